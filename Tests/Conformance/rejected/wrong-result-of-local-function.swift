func outer() { func inner() -> Int { "s" }; inner() } // rejected: cannot convert return expression of type 'String' to return type 'Int'
