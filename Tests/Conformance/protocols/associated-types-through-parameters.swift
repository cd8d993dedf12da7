protocol Store { associatedtype Key: Hashable; associatedtype Value; init(); func get(_ k: Key) -> Value? }
struct M: Store { func get(_ k: Int) -> String? { "v\(k)" } }
final class Counted<Base: Store>: Store {
    typealias Key = Base.Key
    typealias Value = Base.Value
    let base: Base
    init() { base = Base() }
    func get(_ k: Base.Key) -> Base.Value? { base.get(k) }
}
extension Store { func all(_ ks: [Key]) -> [Value] { ks.compactMap { get($0) } } }
print(Counted<M>().all([1, 2]), M().all([3]))
func f<S: Store>(_ s: S, _ k: S.Key) -> S.Value? { s.get(k) }
print(f(Counted<M>(), 7)!, f(Counted<Counted<M>>(), 8)!)
