#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// log x, where the tensors' function of that name would be found first.
func logarithm(_ x: Double) -> Double { log(x) }

/// eˣ, where the tensors' function of that name would be found first.
func exponential(_ x: Double) -> Double { exp(x) }

/// tanh x, where the tensors' function of that name would be found first.
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
