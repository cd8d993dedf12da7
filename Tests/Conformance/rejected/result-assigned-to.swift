func f(_ a: Int) -> Int { a }
f(1) = 2 // rejected: expression is not assignable: 'f' returns immutable value
