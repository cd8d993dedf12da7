func parse(_ text: String) -> Int { text.count }
func parse(_ text: String) -> String { text }
let whole: Int = parse("abc")
let value = parse("abc") // rejected: ambiguous use of 'parse'
print(whole, value)
