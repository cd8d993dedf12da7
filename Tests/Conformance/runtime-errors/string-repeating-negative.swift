for n in [2, 0, -3] {
    print("[" + String(repeating: "x", count: n) + "]") // traps: negative
}
