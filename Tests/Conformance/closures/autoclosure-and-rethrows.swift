func check(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String) {
    if !condition() { print("failed:", message()) } else { print("ok") }
}
func expensive() -> String { print("building the message"); return "bad" }
check(1 < 2, expensive())
check(1 > 2, expensive())
func or(_ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool { a ? true : try b() }
print(or(true, 1 / Int("0")! == 0), or(false, 3 > 2))
func twice<T>(_ body: () throws -> T) rethrows -> [T] { [try body(), try body()] }
var n = 0
print(twice { n += 1; return n })
struct Oops: Error {}
do {
    _ = try twice { () throws -> Int in n += 1; if n > 3 { throw Oops() }; return n }
} catch { print("caught", error, n) }
do {
    let doubled = try ["1", "2", "x"].map { (s: String) throws -> Int in
        guard let v = Int(s) else { throw Oops() }
        return v * 2
    }
    print(doubled)
} catch { print("map stopped:", type(of: error)) }
let fine = try ["1", "2"].map { (s: String) throws -> Int in Int(s)! }
print(fine)
