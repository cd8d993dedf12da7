import Session
import Testing

/// Variables of the session that are declared without a value, and what is checked again and again.
@Suite struct FirstValueTests {
    private func output(_ cells: String...) throws -> String {
        let session = Session()
        let recorder = Recorder()
        for (number, cell) in cells.enumerated() {
            if let error = session.execute(cell, name: "cell \(number + 1)", host: recorder).error { throw error }
        }
        return recorder.output
    }

    @Test func aVariableThatGotItsValueOnEitherWayIsKnownToFunctionsAndLaterCells() throws {
        let first = """
            let n: Int
            if [1].count == 1 { n = 4 } else { n = 3 }
            func doubled() -> Int { n * 2 }
            print(doubled())
            """
        #expect(try output(first, "print(n, doubled())") == "8\n4 8\n")
        let second = """
            let (a, b): (Int, String) = (1, "x")
            var text: String
            do { text = try { () throws -> String in "tried" }() } catch { text = "caught" }
            let later = { text + "!" }
            print(later())
            """
        #expect(try output(second, "text += b\nprint(text, later(), a)") == "tried!\ntriedx triedx! 1\n")
    }

    @Test func aVariableThatNeverGotItsValueIsUnknownToLaterCells() {
        #expect(throws: (any Error).self) { try output("var n: Int\nif [1].isEmpty { n = 1 }", "print(n)") }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["let x = ", "let x: Double = ", "let x: Float = "])
    func aLongSumOfMixedNumbersIsCheckedInNoTime(_ start: String) throws {
        let sum = (0..<300).map { ["1", "2.5", "(3 - 0.5)"][$0 % 3] }.joined(separator: " + ")
        #expect(try output("\(start)\(sum)\nprint(x)") == "600.0\n")
    }
}
