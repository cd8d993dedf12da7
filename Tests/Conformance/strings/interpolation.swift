let name = "Ada", age = 36, height = 1.65
print("\(name) is \(age) years old and \(height) m tall")
print("next year: \(age + 1); initial: \(name.first!); list: \([1, 2]); tuple: \((1, "a"))")
print("nested \("inner \(age)") and \(age > 30 ? "over \(30)" : "under")")
print("optional: \(Optional(5) as Any), \(nil as Int? as Any), \(Int("7") ?? 0)")
struct P: CustomStringConvertible { let x = 1; var description: String { "P<\(x)>" } }
struct Q { let y = [1.5] }
print("\(P()) \(Q()) \([P()]) \(type(of: Q()))")
print("escaped \\(name) and percent %d")
print("\(1)\(2)\(3)", "\("a")\("b")".count)
print("dictionary \(["k": 1]) range \(1...3) bool \(true) char \(Character("x")) float \(Float(0.1))")
let multi = """
    Name: \(name)
    Squares: \((1...3).map { "\($0 * $0)" }.joined(separator: ", "))
    """
print(multi)
print("sum = \(1 + 2 * 3), compare = \(3 > 2), call = \(max(4, 9)), closure = \([3, 1].sorted { $0 < $1 })")
var log = ""
for i in 1...3 { log += "\(i)," }
print("\(log)")
print("quotes inside: \(["a", "b"].joined(separator: "-"))", "key \(["a": 1]["a"]!)")
print(String(describing: 3.0), String(describing: P()), "\(Double.infinity) \(-Double.infinity) \(Double.nan)")
