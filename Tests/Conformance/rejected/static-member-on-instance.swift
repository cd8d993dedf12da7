struct Meter {
    static let limit = 10
    static func reset() -> Int { limit }
    var value = 3
    func share() -> Double {
        let whole = Self.limit + Meter.reset()
        return Double(value) / Double(limit + whole)  // rejected: static member 'limit' cannot be used on instance of type 'Meter'
    }
}
print(Meter().share())
