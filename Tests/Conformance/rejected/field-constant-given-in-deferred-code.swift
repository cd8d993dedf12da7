struct S { let x: Int
    var y: Int
    init() {
        y = 1
        defer {
            x = 3  // rejected: cannot assign to property: 'x' is a 'let' constant
        }
        print("in")
    }
}
print(S())
