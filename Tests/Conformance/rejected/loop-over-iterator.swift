struct S: IteratorProtocol { var n = 3; mutating func next() -> Int? { n -= 1; return n < 0 ? nil : n } }
var s = S()
print(s.next()!)
for x in s { print(x) } // rejected: for-in loop requires 'S' to conform to 'Sequence'
