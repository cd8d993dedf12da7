struct Box<T> {
    var value: T
    func size() -> Int {
        let held = value
        return held.count // rejected: value of type 'T' has no member 'count'
    }
}
print(Box(value: "abc").size())
