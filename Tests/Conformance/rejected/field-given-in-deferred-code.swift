struct S { var x: Int
    init() {
        defer { x = 3 }  // rejected: 'self' used before all stored properties are initialized
        print("in")
    }
}
print(S())
