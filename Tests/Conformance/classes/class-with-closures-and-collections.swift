class Store {
    typealias Reducer = (inout [String: Int], String) -> Void
    private var state: [String: Int] = [:]
    private var reducers: [String: Reducer] = [:]
    private var listeners: [([String: Int]) -> Void] = []
    func on(_ action: String, _ r: @escaping Reducer) -> Store { reducers[action] = r; return self }
    func subscribe(_ f: @escaping ([String: Int]) -> Void) { listeners.append(f) }
    func send(_ action: String, _ payload: String = "") {
        guard let r = reducers[action] else { print("no", action); return }
        r(&state, payload)
        for l in listeners { l(state) }
    }
    subscript(_ k: String) -> Int { state[k] ?? 0 }
}
let store = Store().on("add") { $0[$1, default: 0] += 1 }.on("clear") { state, _ in state.removeAll() }.on("double") { s, k in s = s.mapValues { $0 * 2 } ; if k == "drop" { s[s.keys.sorted().first ?? ""] = nil } }
var seen = 0
store.subscribe { seen += $0.count }
store.subscribe { [weak store] s in if s.isEmpty { print("empty now", store?["a"] as Any) } }
for (a, p) in [("add", "a"), ("add", "b"), ("add", "a"), ("double", ""), ("fly", ""), ("double", "drop")] { store.send(a, p) }
print(store["a"], store["b"], seen)
store.send("clear")
print(store["b"], seen)
