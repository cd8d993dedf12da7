import Session
import Testing

/// Lines that begin with a per cent sign.
@Suite struct LineCommandTests {
    private func message(_ cell: String) -> String? {
        Session().execute(cell, name: "cell 1", host: Recorder()).error?.message
    }

    @Test func whoListsVariablesFunctionsAndTypes() throws {
        let table = try output(
            of: "let x = Tensor.ones(2, 3)\nlet n = 4\nlet grid = [[1.0, 2.0], [3.0, 4.0]]\nfunc f(a: Int) -> Int { a }\nstruct P { var x = 1 }", "%who")
        let lines = table.split(separator: "\n").map(String.init)
        #expect(lines[0].split(separator: " ") == ["name", "type", "shape", "memory"])
        #expect(lines[1].hasPrefix("grid  [[Double]]  [2, 2]"))
        #expect(lines[2].split(separator: " ") == ["n", "Int", "8", "B"])
        #expect(lines[3].hasPrefix("x     Tensor      [2, 3]"))
        #expect(lines.suffix(2) == ["functions: f(a:)", "types: P"])
    }

    @Test func resetForgetsEverything() throws {
        let session = Session()
        let first = try output(of: "let n = 3\nprint(Int.random(in: 0..<1_000_000))", session: session)
        _ = try output(of: "%reset", session: session)
        #expect(session.execute("print(n)", name: "cell 3", host: Recorder()).error?.message == "cannot find 'n' in scope")
        #expect(try output(of: "print(Int.random(in: 0..<1_000_000))", session: session) == first)
    }

    @Test func timeSaysHowLongAndShowsTheValue() {
        let recorder = Recorder()
        #expect(Session().execute("%time\nlet a = 3\na + 1", name: "cell 1", host: recorder).error == nil)
        #expect(recorder.result == "4")
        #expect(recorder.output.hasPrefix("wall time "))
    }

    @Test func timeitRepeatsAndDeclaresNothing() throws {
        let session = Session()
        let text = try output(of: "var n = 0", "%timeit -n 3 -r 2\nlet k = 1\nn += k", session: session)
        #expect(text.contains("(mean ± deviation of 2 runs of 3 loops; best "))
        // One round before the runs.
        #expect(try output(of: "print(n)", session: session) == "7\n")
        #expect(session.execute("print(k)", name: "cell 4", host: Recorder()).error != nil)
    }

    @Test func configShowsAndSetsLimits() throws {
        let session = Session()
        #expect(try output(of: "%config time-limit 1500 ms", "%config memory-limit = 2 GB", "%config time-limit", session: session) == "time-limit  1.5 s\n")
        #expect(try output(of: "%config", session: session).contains("memory-limit     2 GB"))
        #expect(try output(of: "%config memory none", "%config memory-limit", session: session) == "memory-limit  none\n")
        #expect(message("%config time-limit 100 ms\nwhile true {}") == "the cell ran longer than the limit of 100 ms")
        #expect(message("%config output-limit 1 kB\nwhile true { print(1) }") == "the cell wrote more than the limit of 1 kB")
        #expect(message("%config recursion-limit 20\nfunc f(_ n: Int) -> Int { f(n) + 1 }\nprint(f(1))") == "functions call each other more than 20 deep, which is the limit")
    }

    @Test(arguments: [
        ("%config time-limit 3 parsecs", "'3 parsecs' is not a time"), ("%config memory-limit lots", "'lots' is not a size"),
        ("%config speed 3", "nothing is called 'speed' here"), ("%timit\n1", "there is no line command '%timit'"),
        ("%matplotlib inline", "there is no line command '%matplotlib'"), ("%session store x", "'%session' knows no 'store'"),
        ("%time", "there is nothing to measure"), ("%help nobodyKnowsThis", "nothing is known of 'nobodyKnowsThis'"),
    ])
    func aMistakeIsNamed(_ cell: String, _ expected: String) {
        #expect(message(cell) == expected)
    }

    @Test func helpTellsOfCommandsAndNames() throws {
        #expect(try output(of: "%help").contains("%timeit"))
        #expect(try output(of: "%help Dense").contains("fully connected"))
    }

    @Test(arguments: [("30", 30.0), ("30 s", 30), ("500ms", 0.5), ("2 min", 120), ("1.5h", 5400), ("none", 0)])
    func timesHaveUnits(_ text: String, _ seconds: Double) throws {
        #expect(try Quantity.seconds(text) == seconds)
    }

    @Test(arguments: [("2 GB", 2_000_000_000), ("1GiB", 1_073_741_824), ("1_000", 1000), ("1.5 kB", 1500), ("off", 0)])
    func sizesHaveUnits(_ text: String, _ bytes: Int) throws {
        #expect(try Quantity.bytes(text) == bytes)
    }
}
