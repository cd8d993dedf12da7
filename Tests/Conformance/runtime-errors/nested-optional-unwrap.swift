let table: [String: [Int]] = ["a": [1, 2], "b": []]
for key in ["a", "b"] {
    print(key, table[key]!.max()!) // traps: nil
}
