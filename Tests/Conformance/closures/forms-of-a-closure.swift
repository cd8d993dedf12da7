let numbers = [5, 3, 8, 1]
print(numbers.sorted(by: { (a: Int, b: Int) -> Bool in return a < b }))
print(numbers.sorted(by: { a, b in return a > b }))
print(numbers.sorted(by: { a, b in a < b }))
print(numbers.sorted(by: { $0 > $1 }))
print(numbers.sorted { $0 < $1 })
print(numbers.sorted(by: <))
let double = { (n: Int) -> Int in n * 2 }
let shout: (String) -> String = { $0.uppercased() + "!" }
let constant = { 42 }
let nothing = { }
let multiLine = { (n: Int) -> String in
    let square = n * n
    if square > 10 { return "big" }
    return "small"
}
print(double(4), shout("hey"), constant(), multiLine(2), multiLine(5))
nothing()
print({ $0 + 1 }(5), { (a: Int, b: Int) in a * b }(6, 7))
let value = { () -> Int in
    var total = 0
    for n in numbers { total += n }
    return total
}()
print(value)
func run(_ name: String, body: () -> Void) { print("begin", name); body(); print("end", name) }
run("first") { print("inside") }
run("second", body: { print("inside again") })
func choose(_ flag: Bool, then yes: () -> Int, otherwise no: () -> Int) -> Int { flag ? yes() : no() }
print(choose(true) { 1 } otherwise: { 2 }, choose(false, then: { 1 }, otherwise: { 2 }))
print([1, 2, 3].map { n in n % 2 == 0 }.filter { !$0 }.count)
print(["a": 1, "b": 2].map { "\($0.key)\($0.value)" }.sorted())
print([(1, "x"), (2, "y")].map { number, letter in letter + "\(number)" })
print([(1, 2), (3, 4)].map { $0 + $1 }, [(1, 2)].map { $0.0 * $0.1 })
print([1, 2, 3].map { _ in "z" }, numbers.reduce(into: [:]) { $0[$1] = $1 * $1 } as [Int: Int] == [5: 25, 3: 9, 8: 64, 1: 1])
