let rows = [[3, 1], [2, 5], [9]]
print(rows.sorted { $0[0] < $1[0] }.map { $0[0] })
print(rows.sorted { $0[1] < $1[1] }) // traps: out of range
