func root(_ x: Double?) -> Double {
    guard let x else { print("no value") } // rejected: 'guard' body must not fall through
    return x.squareRoot()
}
