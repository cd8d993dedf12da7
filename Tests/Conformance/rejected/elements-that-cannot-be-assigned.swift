struct Row: MutableCollection { // rejected: type 'Row' does not conform to protocol 'MutableCollection'
    var values = [1, 2]
    var startIndex: Int { 0 }
    var endIndex: Int { values.count }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> Int { values[i] }
}
