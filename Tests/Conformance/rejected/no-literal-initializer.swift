struct Meters: ExpressibleByIntegerLiteral { // rejected: type 'Meters' does not conform to protocol 'ExpressibleByIntegerLiteral'
    var value: Int
}
