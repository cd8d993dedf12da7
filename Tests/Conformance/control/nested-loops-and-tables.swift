for i in 1...5 {
    var line = ""
    for j in 1...5 { line += j <= i ? "*" : " " }
    print(line + "|")
}
for i in stride(from: 5, through: 1, by: -2) { print(String(repeating: " ", count: (5 - i) / 2) + String(repeating: "#", count: i)) }
for a in 1..<20 { for b in a..<20 { let c = Double(a * a + b * b).squareRoot(); if c == c.rounded(), c < 20 { print(a, b, Int(c)) } } }
var n = 0
while true { n += 1; if n % 3 == 0 { continue }; if n > 8 { break }; print(n, terminator: " ") }
print()
var i = 10
repeat { i -= 3; if i == 4 { continue }; print(i, terminator: ";") } while i > 0
print()
let rows = [[1, 2, 3], [4, 5, 6]]
for (r, row) in rows.enumerated() { for (c, v) in row.enumerated() where (r + c) % 2 == 0 { print("(\(r),\(c))=\(v)", terminator: " ") } }
print()
