func outer() -> [String] {
    var out: [String] = []
    let base = 10
    func a(_ n: Int) { if n > 0 { b(n - 1) } }
    func b(_ n: Int) { c(n); a(n) }
    func c(_ n: Int) { out.append("\(base + n)") }
    a(3)
    return out
}
print(outer())
