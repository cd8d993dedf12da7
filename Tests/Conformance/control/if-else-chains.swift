func grade(_ score: Int) -> String {
    if score >= 90 {
        return "A"
    } else if score >= 80 {
        return "B"
    } else if score >= 70 {
        return "C"
    } else {
        return "F"
    }
}
for score in [95, 90, 89, 80, 75, 12] { print(score, grade(score)) }
let temperature = 21
if temperature < 0 { print("ice") } else if temperature < 15 { print("cool") } else { print("fine") }
if temperature > 20, temperature < 30 { print("between") }
let text: String? = "12"
if let text, let number = Int(text), number > 10 { print("big", number) }
if let text, let number = Int(text), number > 100 { print("huge") } else { print("not huge") }
let a: Int? = 1, b: Int? = nil
if let a, let b { print(a + b) } else if let a { print("only a", a) } else { print("none") }
if var count = a { count += 1; print(count) }
if case 20...25 = temperature { print("mild") }
if !(temperature == 21) { print("no") } else { print("yes") }
if temperature == 21 && (a == nil || b == nil) { print("partly") }
