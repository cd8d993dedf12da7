func f<T: CaseIterable>(_ a: T.Type) -> Int {
    return T.count // rejected: has no member; count
}
enum E: Int, CaseIterable { case a = 1; static let count = 3 }
print(f(E.self))
