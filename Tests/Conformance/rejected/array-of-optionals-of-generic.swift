extension Array {
    func same<T>(_ o: [T?]) -> Bool where Element == T? {
        return self == o // rejected: binary operator; cannot be applied to two
    }
}
print([Optional(3)].same([3]))
