import Foundation
// Members without `self.` where closures do not outlive the call.
class Base {
    var n = 1
    lazy var double = n * 2
    lazy var list: [Int] = { [n, n + 1] }()
    let run: (() -> Int) -> Int = { $0() }
    func apply(_ f: () -> Int) -> Int { f() }
    func go() -> [Int] {
        let now = { [self] in n + 1 }
        func local() -> Int { n + [1].map { $0 + n }[0] }
        let direct = { n * 10 }()
        return [apply { n }, now(), local(), direct, run { n }, (0..<2).map { n + $0 }.reduce(0, +), [3, 1].sorted { $0 * n < $1 * n }[0]]
    }
    func weakly() -> () -> Int { { [weak self] in guard let self else { return 0 }; return n + helper() } }
    func unownedly() -> () -> Int { { [unowned self] in n + self.n } }
    func helper() -> Int { 5 }
    var total: Int { [1, 2].reduce(0) { $0 + $1 * n } + (n > 0 && [n].contains { $0 == n } ? 1 : 0) }
    func fallback(_ o: Int?) -> Int { o ?? helper() }
}
let b = Base()
print(b.go(), b.double, b.list, b.weakly()(), b.unownedly()(), b.total, b.fallback(nil))
struct Value {
    var n = 2
    func kept() -> () -> Int { { n * 2 } }
}
print(Value().kept()(), "ab".appending("c"))
