class Key: Hashable { // rejected: type 'Key' does not conform to protocol 'Hashable'
    let n = 1
    static func == (a: Key, b: Key) -> Bool { a.n == b.n }
}
