func f<T>(_ a: T, _ b: T) -> Bool { a == b } // rejected: binary operator '==' cannot be applied to two 'T' operands
