func check(_ n: Int) {
    if n > 2 { break } // rejected: 'break' is only allowed inside a loop
    print(n)
}
