func least<T: Comparable>(_ values: [T]) -> T {
    let ordered = values.sortd() // rejected: value of type '[T]' has no member 'sortd'
    return ordered[0]
}
