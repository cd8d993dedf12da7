func group<Value: Hashable>(_ values: [Value]) -> Int {
    enum Mark { case seen, done } // rejected: type 'Mark' cannot be nested in generic function 'group'
    var marks: [Value: Mark] = [:]
    for value in values { marks[value] = .seen }
    return marks.count
}
