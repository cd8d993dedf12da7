func report(_ stop: Bool) {
    let s: String
    defer { print(s) } // rejected: used before being initialized
    if stop { return }
    s = "done"
}
report(true)
