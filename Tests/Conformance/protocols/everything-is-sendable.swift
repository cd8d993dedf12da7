func twice<Value: Hashable & Sendable>(_ value: Value) -> [Value] { [value, value] }
func same<Value: Sendable>(_ value: Value) -> Value { value }
struct Point: Sendable { var x = 1 }
final class Name: Sendable { let text = "n" }
enum Failure<Value: Hashable & Sendable>: Error { case cycle(Value) }

print(twice("a"), same([1, 2]), same(1.5), same(Point()).x, same(Name()).text, same((1, "b")), same(["k": 2]))
let increment: @Sendable (Int) -> Int = { $0 + 1 }
print(same(increment)(1))
do { throw Failure.cycle("a") } catch Failure<String>.cycle(let value) { print(value) } catch { print(error) }
