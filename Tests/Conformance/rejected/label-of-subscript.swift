struct S { subscript(row i: Int) -> Int { 1 } }
print(S()[row: 1])
print(S()[1]) // rejected: missing argument label 'row:' in subscript
