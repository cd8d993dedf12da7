func pick(_ isNumber: Bool) -> some Equatable { // rejected: do not have matching underlying types
    if isNumber {
        return 1
    }
    return "one"
}
