struct Numbers: Sequence { // rejected: type 'Numbers' does not conform to protocol 'Sequence'
    func makeIterator() -> [Int] { [1, 2] }
}
