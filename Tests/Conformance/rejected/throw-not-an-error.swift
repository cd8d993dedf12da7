struct Problem { let code: Int }
func check() throws {
    throw Problem(code: 1) // rejected: 'Problem'; 'Error'
}
