let sizes = [1.5, -2.9, 1e18, 1e19]
for s in sizes { print(Int(s)) } // traps: 1e+19
