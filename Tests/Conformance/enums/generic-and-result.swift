enum Either<A, B> { case left(A), right(B)
    func fold<C>(_ f: (A) -> C, _ g: (B) -> C) -> C { switch self { case .left(let a): f(a); case .right(let b): g(b) } }
    func mapRight<C>(_ f: (B) -> C) -> Either<A, C> { switch self { case .left(let a): .left(a); case .right(let b): .right(f(b)) } }
}
let values: [Either<Int, String>] = [.left(1), .right("two"), .left(3)]
print(values.map { $0.fold({ "n\($0)" }, { "s\($0)" }) })
print(values.map { $0.mapRight { $0.count }.fold({ $0 }, { $0 * 100 }) }, values[1])
enum ParseError: Error { case empty, notANumber(String) }
func parse(_ s: String) -> Result<Int, ParseError> {
    if s.isEmpty { return .failure(.empty) }
    guard let n = Int(s) else { return .failure(.notANumber(s)) }
    return .success(n)
}
for s in ["12", "", "x"] {
    switch parse(s) {
    case .success(let n): print("ok", n)
    case .failure(.empty): print("empty")
    case .failure(.notANumber(let t)): print("not a number:", t)
    }
}
print(parse("4").map { $0 * 2 }, parse("z").map { $0 * 2 })
print((try? parse("9").get()) as Any, (try? parse("").get()) as Any)
do { print(try parse("q").get()) } catch { print("error:", error) }
let r = Result { () throws -> Int in throw ParseError.empty }
print(r)
print(parse("5").flatMap { $0 > 3 ? .success("big") : .failure(.empty) })
enum Box<T> { case full(T), empty; var content: T? { if case .full(let t) = self { return t }; return nil } }
extension Box where T: Numeric { func plus(_ n: T) -> Box { switch self { case .full(let v): .full(v + n); case .empty: .empty } } }
print(Box.full(3).plus(4).content as Any, Box<Double>.empty.content as Any, Box.full("s"))
