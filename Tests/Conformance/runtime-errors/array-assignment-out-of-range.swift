var grid = [[0, 0], [0, 0]]
for i in 0..<2 { grid[i][i] = 1 }
print(grid)
grid[1][2] = 5 // traps: out of range; 2
print(grid)
