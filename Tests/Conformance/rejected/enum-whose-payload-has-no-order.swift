enum Job: Comparable { // rejected: type 'Job' does not conform to protocol 'Comparable'
    case idle, run(() -> Void)
}
