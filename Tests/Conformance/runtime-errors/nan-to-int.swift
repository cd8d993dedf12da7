func rounded(_ x: Double) -> Int { Int(x.rounded()) } // traps: nan
print(rounded(2.5))
print(rounded(0.0 / 0.0))
