print(42, -7, 0)
print(1_000_000, 0xFF, 0b1010, 0o17)
print(0xdead_beef, 0b1111_0000)
let big = 9_223_372_036_854_775_807
print(big, Int.max == big)
let small = -9_223_372_036_854_775_808
print(small, Int.min == small)
let asDouble: Double = 3
print(asDouble, asDouble / 2)
let five = -5
let negative = -five
print(negative, -5, +3)
print(1 - -1, 1 + -1)
let zero = 0
print(-zero)
