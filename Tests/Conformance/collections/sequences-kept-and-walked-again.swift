// A sequence that is kept is walked over again from where it is; each copy of an iterator goes on by itself.
let powers = sequence(first: 1) { $0 * 2 }
print(Array(powers.prefix(3)), Array(powers.prefix(3)))
let fibonacci = sequence(state: (0, 1)) { (s: inout (Int, Int)) -> Int? in defer { s = (s.1, s.0 + s.1) }; return s.0 }
print(Array(fibonacci.prefix(5)), Array(fibonacci.prefix(5)), fibonacci.first { $0 > 10 }!)
var going = fibonacci
print(going.next()!, going.next()!, going.next()!, fibonacci.first { _ in true }!, Array(going.prefix(2)))
for _ in 1...2 { for x in fibonacci { if x > 5 { break }; print(x, terminator: " ") } }
print()
let down = sequence(first: 3) { $0 > 0 ? $0 - 1 : nil }
print(down.reduce(0, +), down.reduce(0, +), down.map { $0 }, down.contains(0))
var i = [1, 2, 3].makeIterator()
_ = i.next()
var j = i
print(i.next()!, j.next()!, Array(i), Array(j), i.next()!, i.next() as Any)
let erased = AnyIterator(j)
print(erased.next()!, erased.next() as Any)
let primes = sequence(state: (2, [Int]())) { st -> Int? in
    while st.1.contains(where: { st.0 % $0 == 0 }) { st.0 += 1 }
    st.1.append(st.0); defer { st.0 += 1 }; return st.0
}
print(Array(primes.prefix(8)), Array(primes.lazy.filter { $0 % 4 == 1 }.prefix(3)))
struct Backwards: Sequence { var _elements: [Int]; func makeIterator() -> AnyIterator<Int> { var n = _elements.count; return AnyIterator { n -= 1; return n < 0 ? nil : self._elements[n] } } }
print(Array(Backwards(_elements: [1, 2, 3])), Backwards(_elements: [4, 5]).map { $0 })
for x in Backwards(_elements: [7, 8]) { print(x, terminator: " ") }
print()
