let differences = [3, 0, -1]
for d in differences { print(UInt(d)) } // traps: -1
