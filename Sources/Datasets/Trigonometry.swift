#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// cos x, where the tensors' function of that name would be found first.
func cosine(_ x: Double) -> Double { cos(x) }

/// sin x, where the tensors' function of that name would be found first.
func sine(_ x: Double) -> Double { sin(x) }
