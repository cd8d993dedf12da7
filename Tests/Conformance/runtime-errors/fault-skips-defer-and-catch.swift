enum E: Error { case e }
func risky(_ list: [Int], _ i: Int) throws -> Int {
    defer { print("defer for", i) }
    if i < 0 { throw E.e }
    return list[i] // traps: out of range; 7
}
do {
    print(try risky([1, 2], 1))
    print((try? risky([1], -1)) as Any)
    print(try risky([1], 7))
} catch { print("a fault is not an error") }
