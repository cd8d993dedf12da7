let bytes = [12, 255, 256]
for b in bytes { print(UInt8(b)) } // traps: 256
