struct Day: Strideable { // rejected: type 'Day' does not conform to protocol 'Strideable'
    var number: Int
    func distance(to other: Day) -> Int { other.number - number }
}
