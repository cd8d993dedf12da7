func scaled(_ x: Int8) -> Int8 { x * 3 } // traps: overflow
print(scaled(42), scaled(-42))
print(scaled(43))
