import Notebooks
import Session
import Testing

@Suite struct OutputComparisonTests {
    private func differences(_ old: String, _ new: String, _ set: (inout ComparisonRules) -> Void = { _ in }) -> [OutputComparison.Difference] {
        var rules = ComparisonRules()
        set(&rules)
        return OutputComparison(rules).differences(stored: [.stream(.stdout, old)], now: [.stream(.stdout, new)])
    }

    @Test func `text is compared to the byte`() {
        #expect(differences("a 1.0\n", "a 1.0\n").isEmpty)
        #expect(differences("a\nb\nc\n", "a\nB\nc\n").map(\.lines) == [["  a", "- b", "+ B"]])
        #expect(!differences("1.0", "1.00").isEmpty)
    }

    @Test func `numbers may be apart as far as the tolerance allows, nothing else`() {
        let near: (inout ComparisonRules) -> Void = { $0.tolerance = 1e-3 }
        #expect(differences("loss 0.1234, at 1e-5 M10.01,-2", "loss 0.1235, at 1.1e-5 M10.012,-2.001", near).isEmpty)
        #expect(!differences("loss 0.12", "loss 0.13", near).isEmpty)
        #expect(!differences("loss 0.1234", "Loss 0.1234", near).isEmpty)
        #expect(differences("nan", "nan", near).isEmpty)
        #expect(differences("took 12 ms", "took 990 ms") { $0.ignoresNumbers = true }.isEmpty)
        #expect(!differences("took 12 ms", "took 12 s") { $0.ignoresNumbers = true }.isEmpty)
        #expect(!differences("1 2", "1 2 3") { $0.tolerance = 1 }.isEmpty)
    }

    @Test func `patterns are left out on both sides`() {
        #expect(differences("at 0x12ab", "at 0x99ff") { $0.patterns = ["0x[0-9a-f]+"] }.isEmpty)
        #expect(!differences("at 0x12ab", "in 0x99ff") { $0.patterns = ["0x[0-9a-f]+"] }.isEmpty)
    }

    @Test func `what is missing and what is new is told`() {
        let comparison = OutputComparison(ComparisonRules())
        let one = CellOutput.display(DisplayData(text: "x"))
        #expect(comparison.differences(stored: [one], now: []).map(\.what) == ["text/plain is missing"])
        #expect(comparison.differences(stored: [], now: [one]).map(\.what) == ["text/plain is new"])
        #expect(comparison.differences(stored: [.stream(.stdout, "a"), .stream(.stdout, "b")], now: [.stream(.stdout, "ab")]).isEmpty)
    }

    @Test func `rules come from tags and metadata, and what is none is refused`() throws {
        let rules = try ComparisonRules().applied(NotebookCell(.code, source: "", tags: ["ignore-images", "nbval-ignore-output"]))
        #expect(rules.ignoresImages && rules.ignoresAll)
        let object = try JSONParser.parse(Array(#"{"vencejo": {"check": {"tolerance": 0.01, "ignore": ["stderr", "[0-9]+ ms"]}}}"#.utf8)).object ?? JSONObject()
        let own = try ComparisonRules().applied(object)
        #expect(own.tolerance == 0.01 && own.ignoresErrors && own.patterns == ["[0-9]+ ms"])
        for wrong in [#"{"vencejo": {"check": {"tolerance": "x"}}}"#, #"{"vencejo": {"check": 3}}"#, #"{"vencejo": {"check": {"ignore": ["["]}}}"#] {
            let object = try JSONParser.parse(Array(wrong.utf8)).object ?? JSONObject()
            #expect(throws: RuleError.self) { try ComparisonRules().applied(object) }
        }
    }
}
