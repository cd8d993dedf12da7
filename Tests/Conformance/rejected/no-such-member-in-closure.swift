let x = [1, 2].map { $0.foo } // rejected: value of type 'Int' has no member 'foo'
