import FoundationEssentials
import Session
import Testing

/// A session saved and loaded in another.
@Suite struct SnapshotTests {
    private func path(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appending(path: "vencejo-\(name)-\(UUID().uuidString).session").path
    }

    @Test func variablesFunctionsAndTypesComeBack() throws {
        let file = path("all")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let saved = try output(
            of: """
                let n = 3
                var x = -0.1
                let text = "año 🙂"
                let long = (0..<200).map { Double($0) / 3 }
                let nested = [["a", "b"], []]
                let pair = (1, "x")
                let nothing: Int? = nil
                let something: String? = "s"
                let t = Tensor([[1.0, 2.0], [3.0, 4.0]])
                struct P { var a = 1; var names = ["p"] }
                var p = P(a: 7)
                /// Adds n.
                func add(_ k: Int) -> Int { k + n }
                """,
            "extension P { func twice() -> Int { a * 2 } }", "let closure = { 3 }", "%session save \(file)")
        #expect(saved.contains("not saved: 'closure': it holds a closure, and closures cannot be written"))
        let session = Session()
        _ = try output(of: "%session load \(file)", session: session)
        #expect(
            try output(
                of: "print(n, x, text, long[199], nested, pair, nothing == nil, something ?? \"\", t, p, add(4), p.twice())\nx = 2\np.a = 1",
                session: session) == "3 -0.1 año 🙂 66.33333333333333 [[\"a\", \"b\"], []] (1, \"x\") true s \(try output(of: "print(Tensor([[1.0, 2.0], [3.0, 4.0]]), terminator: \"\")")) P(a: 7, names: [\"p\"]) 7 14\n")
    }

    @Test func aModelComesBackWithItsParametersAndCanGoOnTraining() throws {
        let file = path("model")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let session = Session()
        let predicted = try output(
            of: "let x = Tensor.ones(4, 3)\nlet model = Sequential {\n Dense(8, activation: .leakyRelu(0.3))\n Dropout(0.1)\n Dense(1)\n}\nmodel.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError)\nlet h = model.fit(x, Tensor.ones(4, 1), epochs: 3, verbose: .silent)\nprint(model.predict(x), h[\"loss\"])",
            session: session)
        _ = try output(of: "%session save \(file)", session: session)
        let other = Session()
        _ = try output(of: "%session load \(file)", session: other)
        #expect(try output(of: "print(model.predict(x), h[\"loss\"])", session: other) == predicted)
        #expect(try output(of: "let more = model.fit(x, Tensor.ones(4, 1), epochs: 1, verbose: .silent)\nprint(more.epochs)", session: other) == "[1]\n")
    }

    @Test func aDamagedFileChangesNothing() throws {
        let file = path("damaged")
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = try output(of: "let kept = 1\nlet t = Tensor.ones(3)", "%session save \(file)")
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        bytes[bytes.count - 1] ^= 1
        try Data(bytes).write(to: URL(filePath: file))
        let session = Session()
        _ = try output(of: "let kept = 2", session: session)
        let error = session.execute("%session load \(file)", name: "cell 2", host: Recorder()).error
        #expect(error?.name == "SessionFileError")
        #expect(error?.message.contains("its checksum is wrong") ?? false)
        try Data("no session".utf8).write(to: URL(filePath: file))
        #expect(session.execute("%session load \(file)", name: "cell 3", host: Recorder()).error?.message.contains("it is no saved session") ?? false)
        #expect(session.execute("%session load \(file).missing", name: "cell 4", host: Recorder()).error != nil)
        #expect(try output(of: "print(kept)", session: session) == "2\n")
    }
}
