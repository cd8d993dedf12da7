func names<T: RawRepresentable & CaseIterable>(_ type: T.Type) -> [T.RawValue] { type.allCases.map(\.rawValue) }
func next<T: CaseIterable & Equatable>(_ value: T) -> T {
    let all = T.allCases
    let i = all.index(after: all.firstIndex(of: value)!)
    return i == all.endIndex ? all.first! : all[i]
}
func same<T: RawRepresentable>(_ a: T, _ b: T) -> Bool where T.RawValue: Equatable { a.rawValue == b.rawValue }
func make<T: RawRepresentable>(_ raw: T.RawValue) -> T? { T(rawValue: raw) }
func code<T: RawRepresentable>(_ a: T) -> Int where T.RawValue == Int { a.rawValue + 1 }
enum Day: String, CaseIterable { case mon, tue }
enum Level: Int { case low = 1, high }
print(names(Day.self), next(Day.mon), next(Day.tue), same(Day.mon, .tue), (make("tue") as Day?) as Any, code(Level.high))
func middle(_ x: some Collection<Int>) -> Int { x.isEmpty ? 0 : x[x.index(x.startIndex, offsetBy: x.count / 2)] }
func sum(_ x: some Sequence<Int>) -> Int { x.reduce(0, +) }
func ends<C: BidirectionalCollection<String>>(_ c: C) -> [String] { [c.first, c.last].compactMap { $0 } }
print(middle([1, 2, 3]), middle(Set([4])), sum(1...3), ends(["a", "b"].dropFirst()))
func half<T: BinaryFloatingPoint>(_ x: T) -> T { x * 0.5 + 2.5 - T(1) }
func third<T: FloatingPoint>(_ x: T) -> T { (x + 1) / 3 - .pi * 0 }
func twice<T: Numeric>(_ x: T) -> T { x * 2 + 1 }
print(half(3.0), half(Float(1)), third(2.0), twice(3), twice(0.5))
