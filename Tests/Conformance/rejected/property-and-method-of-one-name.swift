struct Basket {
    var items: [Int] = []
    func count() -> Int { items.count }
    var count: Int { items.count } // rejected: invalid redeclaration of 'count'
}
