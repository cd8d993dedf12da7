func work() {
    defer {
        print("done")
        return // rejected: 'return' cannot transfer control out of a defer statement
    }
    print("working")
}
