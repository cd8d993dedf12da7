struct A: CustomStringConvertible {
    private var description: String { "A" } // rejected: must be as accessible as its enclosing type; description; CustomStringConvertible
}
print(A())
