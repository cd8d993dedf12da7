struct A {
    private subscript(i: Int) -> Int { i }
}
let a = A()
print(a[3]) // rejected: subscript; is inaccessible due to; private
