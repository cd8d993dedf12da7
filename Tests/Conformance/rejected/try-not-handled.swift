enum Failure: Error { case bad }
func risky() throws -> Int { throw Failure.bad }
func use() -> Int {
    let value = try risky() // rejected: errors thrown from here are not handled
    return value
}
