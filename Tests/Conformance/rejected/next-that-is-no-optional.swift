struct Forever: Sequence, IteratorProtocol { // rejected: type 'Forever' does not conform to protocol
    var n = 0
    mutating func next() -> Int { n += 1; return n }
}
