for i in 5 { print(i) } // rejected: for-in loop requires 'Int' to conform to 'Sequence'
