struct Steps: IteratorProtocol { // rejected: type 'Steps' does not conform to protocol 'IteratorProtocol'
    var n = 0
    mutating func following() -> Int? { n += 1; return n }
}
