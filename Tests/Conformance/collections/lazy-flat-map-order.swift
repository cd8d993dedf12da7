// What closures print shows when they run: positions are asked for before elements are.
let r = [1, 2, 3].lazy.flatMap { x -> [Int] in print("f", x); return [x, x * 10] }.prefix(3)
print("made")
for x in r { print(x) }
print(Array(r))
let q = [1, 2, 3].lazy.map { x -> Int in print("m", x); return x }.flatMap { x -> [Int] in print("f", x); return [x, x] }.filter { print("t", $0); return $0 > 1 }
print("made2")
print(q.first!)
print(Array(q.prefix(2)))
let z = (1...3).lazy.flatMap { n -> LazyMapSequence<ClosedRange<Int>, Int> in print("g", n); return (1...n).lazy.map { k in print("k", k); return k * n } }
print(Array(z.prefix(4)))
for v in z.dropFirst(2) { print("v", v) }
print(z.contains(4))
print([3,1].lazy.flatMap { n -> ClosedRange<Int> in print("r", n); return 1...n }.count)
print([3,1].lazy.flatMap { n -> ClosedRange<Int> in print("r", n); return 1...n }.last!)
print([3,1].lazy.flatMap { n -> [Int] in print("r", n); return [n] }.isEmpty)
let seq = sequence(first: 1) { $0 + 1 }.lazy.flatMap { n -> [Int] in print("s", n); return [n, n] }.prefix(3)
print(Array(seq))
print([1,2,3,4].lazy.prefix { print("w", $0); return $0 < 3 }.map { $0 * 2 }.first!)
print(Array([1,2,3,4].lazy.drop { print("d", $0); return $0 < 3 }))
print([1,2,3,4].lazy.drop { print("d", $0); return $0 < 3 }.first!)
print([1,2,3,4].lazy.prefix { print("w", $0); return $0 < 3 }.count)
