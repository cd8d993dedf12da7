let n: Int
for i in 0..<3 {
    if i == 1 { n = i; break }
}
n = 9  // rejected: immutable value 'n' may only be initialized once
print(n)
