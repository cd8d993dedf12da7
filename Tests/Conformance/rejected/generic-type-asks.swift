struct A<T: Hashable> { var x: T }
struct N {}
let a = A(x: N()) // rejected: generic struct 'A' requires that 'N' conform to 'Hashable'
