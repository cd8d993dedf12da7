enum Tri { case yes, no, unknown
    static prefix func ! (t: Tri) -> Tri { switch t { case .yes: .no; case .no: .yes; case .unknown: .unknown } }
    static func && (a: Tri, b: @autoclosure () -> Tri) -> Tri { switch a { case .no: .no; case .yes: b(); case .unknown: b() == .no ? .no : .unknown } }
    init(_ b: Bool?) { switch b { case true?: self = .yes; case false?: self = .no; case nil: self = .unknown } } }
print(!Tri.yes, Tri.unknown && .no, Tri.yes && .unknown, Tri(nil), Tri(true) && !Tri(false))
enum Loading<T, E: Error> { case idle, loading(progress: Double), done(T), failed(E)
    var value: T? { if case .done(let v) = self { v } else { nil } }
    func map<U>(_ f: (T) -> U) -> Loading<U, E> { switch self { case .idle: .idle; case .loading(let p): .loading(progress: p); case .done(let v): .done(f(v)); case .failed(let e): .failed(e) } } }
struct Oops: Error { let n: Int }
let states: [Loading<Int, Oops>] = [.idle, .loading(progress: 0.5), .done(4), .failed(Oops(n: 1))]
for s in states { print(s, s.value as Any, s.map { "v\($0)" }) }
indirect enum Path: CustomStringConvertible { case root, child(of: Path, String)
    static func / (p: Path, s: String) -> Path { .child(of: p, s) }
    var description: String { switch self { case .root: "/"; case .child(.root, let s): "/" + s; case .child(of: let p, let s): p.description + "/" + s } }
    var depth: Int { var n = 0, p = self; while case .child(let up, _) = p { n += 1; p = up }; return n } }
print(Path.root / "usr" / "bin", (Path.root / "a").depth, Path.root, (Path.root / "x" / "y" / "z").depth)
