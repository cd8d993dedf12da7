enum Level {
    case low, high
    static var low: Level { .high } // rejected: invalid redeclaration of 'low'
}
