indirect enum E: Equatable { case n(Int), x, add(E, E), mul(E, E), pow(E, Int)
    static func + (a: E, b: E) -> E { .add(a, b) }
    static func * (a: E, b: E) -> E { .mul(a, b) }
    func callAsFunction(_ v: Int) -> Int { switch self { case .n(let k): k; case .x: v; case .add(let a, let b): a(v) + b(v); case .mul(let a, let b): a(v) * b(v); case .pow(let e, let k): (0..<k).reduce(1) { r, _ in r * e(v) } } }
    var derivative: E { switch self { case .n: .n(0); case .x: .n(1); case .add(let a, let b): a.derivative + b.derivative; case .mul(let a, let b): a.derivative * b + a * b.derivative; case .pow(let e, let k): .n(k) * .pow(e, k - 1) * e.derivative } }
    var simple: E {
        switch self {
        case .add(let a, let b):
            switch (a.simple, b.simple) { case (.n(0), let e), (let e, .n(0)): e; case (.n(let p), .n(let q)): .n(p + q); case let (p, q) where p == q: (E.n(2) * p).simple; case let (p, q): p + q }
        case .mul(let a, let b):
            switch (a.simple, b.simple) { case (.n(0), _), (_, .n(0)): .n(0); case (.n(1), let e), (let e, .n(1)): e; case (.n(let p), .n(let q)): .n(p * q); case (.n(let p), .mul(.n(let q), let e)): (E.n(p * q) * e).simple; case let (p, q): p * q }
        case .pow(_, 0): .n(1)
        case .pow(let e, 1): e.simple
        case .pow(let e, let k): .pow(e.simple, k)
        default: self
        }
    } }
extension E: CustomStringConvertible { var description: String { switch self { case .n(let k): "\(k)"; case .x: "x"; case .add(let a, let b): "(\(a) + \(b))"; case .mul(let a, let b): "\(a)\(b)"; case .pow(let e, let k): "\(e)^\(k)" } } }
extension E: ExpressibleByIntegerLiteral { init(integerLiteral k: Int) { self = .n(k) } }
let f: E = 3 * .pow(.x, 3) + 2 * .x + 7
print(f, f(2), f.derivative, f.derivative.simple, f.derivative.simple(2), f.derivative.simple.derivative.simple)
print((E.x + .x).simple, (E.x * 0 + 5).simple, (E.n(2) + 3).simple == 5, E.pow(.x, 0).simple, (1 * E.x) == .x, (1 * E.x).simple == .x)
