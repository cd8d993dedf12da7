enum Failure: Error { case negative(Int) }
func root(_ x: Int) throws -> Double {
    guard x >= 0 else { throw Failure.negative(x) }
    return Double(x).squareRoot()
}
print(try! root(16))
print(try! root(-4)) // traps: negative
