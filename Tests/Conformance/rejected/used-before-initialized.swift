func choose(_ flag: Bool) -> Int {
    let value: Int
    if flag { value = 1 }
    return value // rejected: constant 'value' used before being initialized
}
