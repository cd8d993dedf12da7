func check(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "default", file: String = "f") -> String {
    condition() ? message() : "no"
}
print(check(1 < 2), check(true, "given"), check(false), check(true, file: "g"))
func run(_ make: () -> Int = { 3 }, _ change: (Int) -> Int = { $0 + 1 }) -> Int { change(make()) }
print(run(), run({ 5 }), run { 6 }, run { $0 * 100 })
struct Box {
    func value(_ make: @autoclosure () -> Int = 4) -> Int { make() }
}
print(Box().value(), Box().value(5))
func generic<T>(_ value: T, _ others: [T] = [], last: T? = nil, or make: @autoclosure () -> T) -> [T] {
    [value] + others + [last ?? make()]
}
print(generic(1, or: 2), generic("a", ["b"], or: "c"), generic(1.5, last: 2, or: 3))
