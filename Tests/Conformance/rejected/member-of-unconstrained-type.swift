func f<T>(_ x: T) -> Int { x.count } // rejected: value of type 'T' has no member 'count'
