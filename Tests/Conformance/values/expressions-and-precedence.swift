print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 + 4 * 5)
print(10 - 4 - 3, 100 / 10 / 2, 7 % 4 * 2, -7 % 4, 7 / -2)
print(1 + 2 < 4 && 3 > 2 || false)
print(1 << 2 + 1, 1 << (2 + 1), 6 & 3 | 8, 6 ^ 3, ~0)
print(true ? 1 : false ? 2 : 3)
let n: Int? = nil
print(n ?? 2 + 3, (n ?? 2) * 3)
print(-2 * -3, 5 - -5, !true == false)
print(1...3 ~= 2, (1...3).contains(2) == true)
print(2.0 * 3 - 1, 7.0 / 2, 1 / 2, 1.0 / 2)
let a = 5, b = 3
print(a > b ? "greater" : a == b ? "equal" : "less")
print(a &+ b, a &- b, a &* b)
var c = 10
c += 2; c -= 1; c *= 3; c /= 2; c %= 10
print(c)
c <<= 2; c |= 1; c &= 0xF; c ^= 2; c >>= 1
print(c)
print(a == 5 && b == 3 ? "yes" : "no")
print([1, 2] + [3] == [1, 2, 3], "a" + "b" == "ab")
print("\(a + b) and \(a > b ? "more" : "less")")
