/// Random orders of examples, from the seeded generator.
package enum RandomOrder {
    /// The numbers 0..<count in a random order.
    package static func permutation(_ count: Int) throws(TensorError) -> [Int] {
        let tensor = try Checked.permutation(count)
        return try tensor.withElements(as: Int64.self) { $0.map { Int($0) } }
    }
}
