func area(width: Double?, height: Double?) -> String {
    guard let width, let height else { return "something is missing" }
    guard width > 0, height > 0 else { return "must be positive" }
    return "area \(width * height)"
}
print(area(width: 2, height: 3))
print(area(width: nil, height: 3))
print(area(width: 2, height: -3))
func firstWord(_ line: String) -> String? {
    guard let word = line.split(separator: " ").first else { return nil }
    return String(word)
}
print(firstWord("hello world") as Any, firstWord("") as Any)
for n in 1...10 {
    guard n % 2 == 0 else { continue }
    guard n < 8 else { break }
    print(n)
}
func process(_ items: [String]) {
    for item in items {
        guard let number = Int(item) else {
            print("skipping", item)
            continue
        }
        print(number * 2)
    }
}
process(["1", "x", "3"])
enum State { case idle, busy(Int) }
func report(_ s: State) {
    guard case .busy(let n) = s else { print("idle"); return }
    print("busy with", n)
}
report(.idle)
report(.busy(4))
guard CommandLine.arguments.count >= 0 else { fatalError("never") }
let input: Int? = 3
guard let value = input else { fatalError() }
print(value + 1)
