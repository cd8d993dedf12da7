func f(_ c: Bool) {
    var n: Int
    do {
        defer {  // rejected: variable 'n' passed by reference before being initialized
            print("d")
            n = 3
        }
        print("in")
    }
    print(n)
}
f(true)
