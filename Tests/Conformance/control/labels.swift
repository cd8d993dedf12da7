outer: for i in 1...3 {
    for j in 1...3 {
        if j == 2 { continue outer }
        if i == 3 { break outer }
        print(i, j)
    }
}
search: for row in [[1, 2], [3, 4], [5, 6]] {
    for value in row where value > 3 {
        print("found", value)
        break search
    }
}
var n = 0
loop: while true {
    n += 1
    switch n {
    case 1...3: continue loop
    case 10: break loop
    default: break
    }
    print(n, terminator: " ")
}
print("end", n)
var a = 0
again: repeat {
    a += 1
    for k in 0..<5 {
        if a + k == 7 { break again }
        if k > a { continue again }
    }
} while a < 100
print(a)
block: do {
    print("in the block")
    if n == 10 { break block }
    print("never printed")
}
check: if n == 10 {
    if a > 0 { break check }
    print("never printed")
}
choice: switch n {
case 10:
    if a > 1 { break choice }
    print("not reached")
default: print("no")
}
print("done")
