struct Sample { let features: [String: String], label: String }
indirect enum Tree { case leaf(String), branch(String, [String: Tree])
    func predict(_ f: [String: String]) -> String? { switch self { case .leaf(let l): l; case .branch(let name, let next): f[name].flatMap { next[$0]?.predict(f) } } }
    func show(_ indent: String = "") {
        switch self {
        case .leaf(let l): print(indent + "-> " + l)
        case .branch(let name, let next): for (value, tree) in next.sorted(by: { $0.key < $1.key }) { print("\(indent)\(name) is \(value)"); tree.show(indent + "  ") }
        }
    } }
func impurity(_ s: [Sample]) -> Double { let n = Double(s.count); return 1 - Dictionary(grouping: s, by: \.label).values.map { Double($0.count) / n }.reduce(0) { $0 + $1 * $1 } }
func grow(_ s: [Sample], _ features: [String]) -> Tree {
    let labels = Dictionary(grouping: s, by: \.label).mapValues(\.count)
    let majority = labels.sorted { ($0.value, $1.key) > ($1.value, $0.key) }[0].key
    guard labels.count > 1, !features.isEmpty else { return .leaf(majority) }
    let scored = features.map { f in (f, Dictionary(grouping: s) { $0.features[f]! }.values.reduce(0) { $0 + Double($1.count) / Double(s.count) * impurity($1) }) }
    let (best, _) = scored.min { $0.1 < $1.1 }!
    return .branch(best, Dictionary(grouping: s) { $0.features[best]! }.mapValues { grow($0, features.filter { $0 != best }) })
}
let rows = ["sunny hot no", "sunny mild no", "rain mild yes", "rain cool yes", "cloudy hot yes", "sunny cool yes"]
let samples = rows.map { $0.split(separator: " ").map(String.init) }.map { Sample(features: ["sky": $0[0], "air": $0[1]], label: $0[2]) }
let tree = grow(samples, ["sky", "air"])
tree.show()
print(tree.predict(["sky": "rain", "air": "hot"]) as Any, tree.predict(["sky": "fog"]) as Any, impurity(samples))
print(samples.filter { tree.predict($0.features) == $0.label }.count, "of", samples.count)
