struct Week: Collection { // rejected: type 'Week' does not conform to protocol 'Collection'
    let days = ["Mon", "Tue"]
    var startIndex: Int { 0 }
    var endIndex: Int { days.count }
    subscript(i: Int) -> String { days[i] }
}
