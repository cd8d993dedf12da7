import Session
import Synchronization
import Testing

/// Completion and inspection.
@Suite struct AssistanceTests {
    /// What is offered at the place of `|`.
    private func offers(_ marked: String, after cells: String...) throws -> [Completions.Item] {
        let session = Session()
        for (index, cell) in cells.enumerated() {
            if let error = session.execute(cell, name: "cell \(index + 1)", host: Recorder()).error { throw error }
        }
        let before = marked.prefix { $0 != "|" }
        return session.complete(marked.filter { $0 != "|" }, at: before.unicodeScalars.count).items
    }

    @Test(arguments: [
        ("x.sha|", "shape"), ("x.reshaped(2, -1).su|", "sum"), ("Tensor.zer|", "zeros"), ("model.f|", "fit"),
        ("let h = model.fit(x, x, ep|", "epochs:"), ("Dense(3, |)", "activation:"), ("Dense(3, activation: .re|", "relu"),
        ("model.compile(optimizer: Adam(), loss: .mean|", "meanSquaredError"), ("for v in xs {\n  print(v.boun|", "bounded"),
        ("struct P {\n  var width = 1.0\n  func area() -> Double { self.wi|", "width"), ("let t: Ten|", "Tensor"),
        ("gua|", "guard"), ("import Ven|", "Vencejo"), ("print(\"\\(x.ra|", "rank"), ("xs.map { $0.boun|", "bounded"),
        ("scal|", "scaled"), ("let y = scaled(3, b|", "by:"), ("x.SHA|", "shape"), ("let = \nx.sha|", "shape"),
        ("if x. {\n}\nlet q = )\nxs.cou|", "count"), ("Dense(3, activation: .|", "relu"), ("let d = Dense(3, activation: .|)\nif x {", "tanh"), ("print(kind == .|", "large"),
        ("switch kind {\ncase .|", "small"), ("switch kind {\ncase .|\n}", "large"), ("switch kind {\ncase .sm|: print(1)\ndefault: break\n}", "small"),
        ("switch kind {\ncase .small: print(1)\ncase .|", "large"), ("if case .| = kind {", "small"), ("func f(_ k: Kind) {\n switch k {\n case .small, .la|", "large"),
        ("switch maybe {\ncase .|", "large"), ("let n = switch kind {\ncase .|", "small"), ("switch (kind, 1) {\ncase (.|", "small"), ("switch (1, kind) {\ncase (1, .|", "large"),
        ("func f(_ v: V) { v.|", "bounded"), ("let q: [V] = xs.filter { $0.|", "bounded"), ("%ti|", "%time"), ("%config mem|", "memory-limit"),
    ])
    func whatFitsIsOffered(_ marked: String, _ expected: String) throws {
        let items = try offers(
            marked,
            after: "let x = Tensor.ones(2, 3)\nlet model = Sequential([Dense(2)])\nstruct V { var bounded = 1 }\nlet xs = [V()]\nfunc scaled(_ n: Int, by factor: Int = 2) -> Int { n * factor }\nenum Kind { case small, large }\nlet kind = Kind.small\nlet maybe: Kind? = .large")
        #expect(items.map(\.text).contains(expected), "\(items.prefix(20).map(\.text))")
    }

    @Test func whatIsLookedAtLeavesNothingBehind() throws {
        let session = Session()
        _ = try output(of: "let n = 3", session: session)
        _ = session.complete("extension Int { func twice() -> Int { self * 2 } }\nvar n = 4\nn.tw", at: 68)
        #expect(session.execute("print(n.twice())", name: "cell 2", host: Recorder()).error?.message == "value of type 'Int' has no member 'twice'")
        #expect(session.execute("n = 5", name: "cell 3", host: Recorder()).error?.message == "cannot assign to value: 'n' is a 'let' constant")
    }

    @Test func inspectionShowsDeclarationDocumentationAndValue() throws {
        let session = Session()
        _ = try output(of: "let images = Tensor.ones(2, 3)\n/// Doubles a number.\nfunc twice(_ n: Int) -> Int { 2 * n }\nstruct Point { var x = 1.0 }", session: session)
        func text(_ cell: String, _ offset: Int) -> String { session.inspect(cell, at: offset, detail: 0)?["text/plain"] ?? "" }
        let images = text("images", 3)
        #expect(images.contains("let images: Tensor"))
        #expect(images.contains("shape [2, 3]"))
        #expect(images.contains("value:"))
        #expect(text("twice(3)", 2).contains("Doubles a number."))
        #expect(text("twice(3, ", 9).contains("func twice"))
        #expect(text("Point", 1).contains("var x = 1.0"))
        #expect(text("images.sum()", 9).contains("Example:"))
        #expect(session.inspect("nobody", at: 2, detail: 0) == nil)
    }

    @Test func aRunningCellHoldsUpNeither() throws {
        let session = Session()
        _ = try output(of: "let images = Tensor.ones(2, 3)", session: session)
        let runs = Mutex(true)
        let thread = Task.detached {
            _ = session.execute("while true {}", name: "cell 2", host: Recorder())
            runs.withLock { $0 = false }
        }
        #expect(session.complete("images.sha", at: 10).items.map(\.text) == ["shape"])
        #expect(session.inspect("images", at: 3, detail: 0)?["text/plain"]?.contains("let images: Tensor") ?? false)
        while runs.withLock({ $0 }) { session.interrupt() }
        _ = thread
    }
}
