struct S {
    let x: Int
    init(_ k: Int) {
        for i in 0..<k {
            x = i  // rejected: immutable value 'self.x' may only be initialized once
        }
        x = 2
    }
}
print(S(1))
