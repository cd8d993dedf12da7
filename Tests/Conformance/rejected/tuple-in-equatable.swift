struct S: Equatable { let t: (Int, Int) } // rejected: does not conform to protocol; Equatable
print(S(t: (1, 2)))
