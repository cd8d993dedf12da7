enum E: Error, Equatable { case negative, zero, odd(Int) }
func root(_ n: Int) -> Result<Double, E> { n < 0 ? .failure(.negative) : .success(Double(n).squareRoot()) }
func half(_ n: Int) -> Result<Int, E> { n % 2 == 0 ? .success(n / 2) : .failure(.odd(n)) }
print(root(16), root(-1), half(8).flatMap(half).flatMap(half), half(6).flatMap(half))
print(root(9).map { $0 + 1 }, root(-9).mapError { "\($0)!" as NSErrorFree })
struct NSErrorFree: Error, ExpressibleByStringInterpolation, CustomStringConvertible { let s: String; init(stringLiteral v: String) { s = v }; var description: String { s } }
switch half(7) { case .success(let n): print(n); case .failure(.odd(let n)): print("odd", n); case .failure: print("other") }
print((try? half(4).get()) as Any, (try? half(5).get()) as Any)
do { print(try half(10).get() + half(3).get()) } catch { print("stopped:", error) }
let results = [4, 7, 10].map(half)
print(results.compactMap { try? $0.get() }, results.filter { if case .failure = $0 { true } else { false } }.count)
func collect<T, F: Error>(_ rs: [Result<T, F>]) -> Result<[T], F> {
    var out: [T] = []
    for r in rs { switch r { case .success(let t): out.append(t); case .failure(let f): return .failure(f) } }
    return .success(out)
}
print(collect(results), collect([half(2), half(4)]))
print(half(4) == .success(2), half(3) == .failure(.odd(3)), Result<Int, E>.success(1))
let r: Result<Int, any Error> = Result { try half(9).get() }
print(r)
