protocol Counted {
    var count: Int { get }
}
extension Counted {
    func half() -> Int {
        let half = Double(count) / 2
        return half // rejected: cannot convert return expression of type 'Double' to return type 'Int'
    }
}
