let closure: () -> Int = { "x" } // rejected: cannot convert value of type 'String' to closure result type 'Int'
