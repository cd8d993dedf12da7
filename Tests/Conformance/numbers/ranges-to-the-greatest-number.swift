for number in UInt8(250)...255 { print(number, terminator: " ") }
print()
print((Int8(125)...Int8.max).map { Int($0) }, (UInt8(253)...UInt8.max).count, (UInt8.min...UInt8.max).reduce(0) { $0 + Int($1) })
for number in (Int.max - 1)...Int.max { print(number) }
for number in Int8.min..<(Int8.min + 2) { print(number) }
print((UInt16(65534)...65535).contains(65535), (UInt8(255)...255).map { $0 }, (UInt8(3)..<3).map { $0 })
