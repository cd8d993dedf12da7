struct Counter {
    private(set) var count = 0
    mutating func step() { count += 1 }
}
var counter = Counter()
counter.step()
counter.count = 5 // rejected: cannot assign to property: 'count' setter is inaccessible
