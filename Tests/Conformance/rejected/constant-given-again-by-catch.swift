enum Bad: Error { case luck }
func fail() throws { throw Bad.luck }
func word() -> String {
    let s: String
    do {
        s = "x"
        try fail()
    } catch {
        s = "bad" // rejected: immutable value 's' may only be initialized once
    }
    return s
}
print(word())
