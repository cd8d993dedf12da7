var value: Int32 = 1
for shift in [30, 1] {
    value = Int32(Int(value) << shift) // traps: 2147483648
    print(value)
}
