struct Rule<Value> {
    let holds: (Value) -> Bool
    static func && (a: Rule, b: Rule) -> Rule { Rule { a.holds($0) && b.holds($0) } }
    static prefix func ! (a: Rule) -> Rule { Rule { !a.holds($0) } }
}
extension Rule where Value == String {
    static let nonEmpty = Rule { !$0.isEmpty }
    static func atMost(_ count: Int) -> Rule { Rule { $0.count <= count } }
}
extension Rule where Value == Int {
    static let positive = Rule { $0 > 0 }
    static var checks = 0
}
let rule: Rule<String> = .nonEmpty && .atMost(3)
print(rule.holds("ab"), rule.holds("abcd"), (!rule).holds(""))
Rule<Int>.checks += 2
print(Rule<Int>.positive.holds(-1), Rule<Int>.positive.holds(4), Rule<Int>.checks)
