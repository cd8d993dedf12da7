func describe<T>(_ value: T) -> String {
    let text = "\(value)"
    return text + suffix // rejected: cannot find 'suffix' in scope
}
