#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// base^exponent, at most the largest finite number.
func power(_ base: Double, _ exponent: Double) -> Double {
    min(pow(base, exponent), .greatestFiniteMagnitude)
}
