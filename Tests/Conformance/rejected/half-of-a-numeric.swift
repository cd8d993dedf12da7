extension Numeric {
    func half() -> Self {
        self / 2 // rejected: binary operator
    }
}
print(4.half())
