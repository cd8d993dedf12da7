struct Point { var x = 0, y = 0 }
func distance(_ a: Point, _ b: Pont) -> Int { // rejected: cannot find type 'Pont' in scope
    abs(a.x - b.x)
}
