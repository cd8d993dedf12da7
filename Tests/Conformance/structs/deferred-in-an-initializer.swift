struct S { var x: Int
    init() {
        x = 1
        defer { x = 3 }
        print("in")
    }
}
print(S())
