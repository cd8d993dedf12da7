struct A {
    override func f() {} // rejected: can only be specified on class members
}
A().f()
