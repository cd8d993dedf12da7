enum AgeError: Error { case negative(Int), tooOld }
struct Person {
    let name: String
    let age: Int
    init(name: String, age: Int) throws {
        guard age >= 0 else { throw AgeError.negative(age) }
        guard age < 150 else { throw AgeError.tooOld }
        self.name = name
        self.age = age
    }
    var checked: String { get throws { if name.isEmpty { throw AgeError.tooOld }; return name } }
    subscript(i: Int) -> Character { get throws { guard i < name.count else { throw AgeError.negative(i) }; return Array(name)[i] } }
}
do {
    let ada = try Person(name: "Ada", age: 36)
    print(ada, try ada.checked, try ada[1])
    print(try ada[10])
} catch { print("caught", error) }
for age in [-1, 200, 5] {
    do { print(try Person(name: "x", age: age).age) }
    catch AgeError.negative(let n) { print("negative", n) }
    catch { print("other", error) }
}
let people = [-5, 20].compactMap { try? Person(name: "p\($0)", age: $0) }
print(people)
struct Stack<T> {
    enum Fault: Error { case empty }
    private var items: [T] = []
    mutating func push(_ t: T) { items.append(t) }
    mutating func pop() throws -> T { guard let last = items.popLast() else { throw Fault.empty }; return last }
}
var s = Stack<Int>()
s.push(1)
do { print(try s.pop()); print(try s.pop()) } catch Stack<Int>.Fault.empty { print("stack is empty") }
func calculate(_ text: String) throws -> Int {
    enum Fault: Error { case unknown(String) }
    var stack = Stack<Int>()
    for token in text.split(separator: " ") {
        if let n = Int(token) { stack.push(n); continue }
        let b = try stack.pop(), a = try stack.pop()
        switch token {
        case "+": stack.push(a + b)
        case "-": stack.push(a - b)
        case "*": stack.push(a * b)
        default: throw Fault.unknown(String(token))
        }
    }
    return try stack.pop()
}
for e in ["3 4 + 2 *", "1 +", "5 1 2 + 4 * + 3 -", "2 2 ^"] { do { print(e, "=", try calculate(e)) } catch { print(e, "failed:", error) } }
