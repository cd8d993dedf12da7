struct Suit: CaseIterable { // rejected: type 'Suit' does not conform to protocol 'CaseIterable'
    var name = ""
}
