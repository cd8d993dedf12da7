func largest<T>(_ a: T, _ b: T) -> T {
    a > b ? a : b // rejected: '>'; requires that 'T' conform to 'Comparable'
}
