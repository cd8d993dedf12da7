struct A {
    private typealias Q = Int
    private enum Kind { case one }
}
let q: A.Q = 3 // rejected: is inaccessible due to; private
print(q)
