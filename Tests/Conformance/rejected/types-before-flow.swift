func sign(_ n: Int) -> String {
    if n > 0 { return "+" }
}
class Base {
    init(_ n: Int) {}
}
class Derived: Base {
    var n: Int
    override init(_ n: Int) {
        super.init(n)
        self.n = n
    }
    func double() -> Int { m * 2 }  // rejected: cannot find 'm' in scope
}
print(sign(3))
