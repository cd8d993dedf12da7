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

    @Test("objects, enums, values of protocols, generic types and parts of texts come back")
    func kindsOfValues() throws {
        let file = path("kinds")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let saved = try output(
            of: """
                class Node { var value: Int; var next: Node?; init(_ value: Int) { self.value = value } }
                class Animal { var kind: String { "animal" } }
                class Cat: Animal { override var kind: String { "cat" }; var lives = 9 }
                enum Shape { case circle(Double), box(width: Double, height: Double), none }
                protocol Speaks { func say() -> String }
                struct Dog: Speaks { var n = 3; func say() -> String { "wau \\(n)" } }
                struct Stack<T> { var items: [T] = []; mutating func push(_ x: T) { items.append(x) } }
                let first = Node(1)
                first.next = Node(2)
                first.next?.next = first
                let pets: [Animal] = [Cat(), Animal()]
                let shapes: [Shape] = [.circle(2), .box(width: 1, height: 2), .none]
                let speaker: any Speaks = Dog(n: 7)
                var stack = Stack<Int>()
                stack.push(4)
                let table: [String: [Int: Dog]] = ["k": [1: Dog()]]
                let letters: Set<Character> = ["a", "é"]
                let words = "hello world".split(separator: " ")
                let path = \\Dog.n
                let time = Duration.seconds(3)
                """, "%session save \(file)")
        #expect(saved.contains("not saved: 'path'"))
        #expect(saved.contains("not saved: 'time'"))
        let session = Session()
        _ = try output(of: "%session load \(file)", session: session)
        #expect(
            try output(
                of: """
                    print(first.next!.value, first.next!.next! === first, pets.map { $0.kind }, (pets[0] as! Cat).lives)
                    stack.push(5)
                    print(shapes, speaker.say(), stack.items, table["k"]![1]!.n, letters.contains("é"), words, words[1].count)
                    """, session: session)
                == "2 true [\"cat\", \"animal\"] 9\n[Shape.circle(2.0), Shape.box(width: 1.0, height: 2.0), Shape.none] wau 7 [4, 5] 3 true [\"hello\", \"world\"] 5\n")
    }

    @Test("an optimizer goes on with what it remembered, a loss and a metric with what they were made with")
    func optimizersAndLosses() throws {
        let file = path("optimizer")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let session = Session()
        _ = try output(
            of: "let x = Tensor.randomNormal(16, 3)\nlet y = Tensor.randomInt(16, in: 0..<4)\nlet model = Sequential {\n Dense(8, activation: .tanh)\n Dense(4)\n}\nmodel.compile(optimizer: Adam(learningRate: 0.05), loss: .sparseCategoricalCrossentropy(fromLogits: true), metrics: [.accuracy, .topK(2)])\nmodel.fit(x, y, epochs: 3, shuffle: false, verbose: .silent)\nvar own = Dense(2)\nlet adam = Adam(learningRate: 0.1)\nfunc step() -> Double {\n let (loss, slope) = valueWithGradient(at: own) { pow($0(x), 2).mean() }\n adam.update(&own, along: slope)\n return loss.item()\n}\nfor _ in 0..<5 { _ = step() }",
            session: session)
        _ = try output(of: "%session save \(file)", session: session)
        let other = Session()
        _ = try output(of: "%session load \(file)", session: other)
        let go = "let more = model.fit(x, y, epochs: 2, shuffle: false, verbose: .silent)\nprint(more[\"loss\"], more.keys, step(), step())"
        #expect(try output(of: go, session: other) == output(of: go, session: session))
    }

    @Test func tablesAndVocabulariesComeBack() throws {
        let file = path("tables")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let session = Session()
        let saved = try output(
            of: """
                let frame = DataFrame([Column("n", [1, 2, 9007199254740993]), Column("x", [0.1, -0.0, 1e300]), Column("s", ["año", "", "b\\"c"]), Column("b", [true, false, true])])
                let gaps = try DataFrame(csv: "\(try csv())")
                let column = gaps["b"]
                let letters = CharacterVocabulary("añb")
                let words = WordVocabulary("One two two", lowercased: false)
                """, "%session save \(file)", session: session)
        #expect(!saved.contains("not saved"))
        let other = Session()
        _ = try output(of: "%session load \(file)", session: other)
        let show = "print(frame, gaps, gaps.shape, column, column.missingCount, letters.encode(\"bña\"), words.words, words.encode(\"two Two\"), frame[\"n\"].sum())"
        #expect(try output(of: show, session: other) == output(of: show, session: session))
        #expect(try output(of: "print(column.missingCount)", session: other) == "1\n")
    }

    private func csv() throws -> String {
        let path = path("gaps") + ".csv"
        try Array("a,b\n1,x\n2,\n,z\n".utf8).withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
        return path
    }

    @Test("what 'compile' was given and cannot be written is told")
    func lossesOfCells() throws {
        let file = path("loss")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let saved = try output(
            of: "let model = Sequential([Dense(1)])\nmodel.compile(optimizer: SGD(learningRate: 0.1), loss: .custom(\"own\") { p, y in pow(p - y, 2).mean() })", "%session save \(file)")
        #expect(saved.contains("'model' has to be compiled again"))
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
