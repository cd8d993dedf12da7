enum Direction { case north, south, east }
func opposite(_ d: Direction) -> String {
    switch d { // rejected: switch must be exhaustive
    case .north: return "south"
    case .south: return "north"
    }
}
