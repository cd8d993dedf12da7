func trace(_ n: Int) -> Int {
    print("value", n)
    return n
}
print(trace(1) + trace(2) * trace(3))
let list = [trace(4), trace(5)]
print(list)
func pair(_ a: Int, _ b: Int = trace(7)) -> Int { a * b }
print(pair(trace(6)))
var numbers = [0, 0, 0]
func index() -> Int { print("index"); return 1 }
numbers[index()] = trace(8)
print(numbers)
numbers[index()] += trace(9)
print(numbers)
let t = (trace(10), trace(11))
print(t)
let d = [trace(12): trace(13)]
print(d)
print("\(trace(14)) and \(trace(15))")
let c = trace(16) > 0 ? trace(17) : trace(18)
print(c)
let o: Int? = nil
print(o ?? trace(19))
struct Two { let a: Int; let b: Int }
print(Two(a: trace(20), b: trace(21)))
