protocol Joinable {
    func - (a: Self, b: Self) -> Self // rejected: protocol; static
}
print("never")
