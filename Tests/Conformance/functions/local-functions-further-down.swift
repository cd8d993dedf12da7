func outer(_ flag: Bool) -> [String] {
    var out: [String] = []
    let base = 10
    func note(_ s: String) { out.append("\(base) \(s)") }
    if flag {
        func inner() { helper() }
        func helper() { note("help") }
        inner()
    }
    return out
}
print(outer(true), outer(false))
