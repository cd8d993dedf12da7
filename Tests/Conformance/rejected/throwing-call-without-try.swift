enum Failure: Error { case bad }
func risky() throws -> Int { throw Failure.bad }
func use() -> Int {
    risky() // rejected: call can throw
}
