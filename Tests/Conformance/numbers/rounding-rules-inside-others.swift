let r: FloatingPointRoundingRule = .up
print(r)
let a: [FloatingPointRoundingRule] = [.up, .toNearestOrEven]
print(a)
let o: FloatingPointRoundingRule? = .down
print(o as Any)
print(String(describing: o))
debugPrint(r)
print("\(a)")
print((r, 1))
print(["a": r])
func name(_ rule: FloatingPointRoundingRule) -> String {
    switch rule {
    case .up, .down: return "one way"
    case .towardZero: return "to zero"
    case .awayFromZero: return "from zero"
    case .toNearestOrEven, .toNearestOrAwayFromZero: return "nearest"
    @unknown default: return "?"
    }
}
for rule in [FloatingPointRoundingRule.up, .down, .towardZero, .awayFromZero, .toNearestOrEven, .toNearestOrAwayFromZero] {
    print(name(rule), (-2.5).rounded(rule), Float(3.5).rounded(rule), rule == .up)
}
