import Session
import Testing

/// What cells mean: programs with what they print.
@Suite struct CellLanguageTests {
    @Test(arguments: [
        ("let (a, b) = (1, 2.5)\nprint(a, b)", "1 2.5\n"),
        ("var w = [0.0, 0.0]\nfor i in 0..<3 { w[0] += Double(i); w[1] -= 1 }\nprint(w)", "[3.0, -3.0]\n"),
        ("var m = [[1, 2], [3]]\nm[1].append(4)\nm[0][1] *= 10\nprint(m)", "[[1, 20], [3, 4]]\n"),
        ("outer: for i in 0..<5 {\n for j in 0..<5 {\n  if j == 2 { continue outer }\n  if i == 2 { break outer }\n  print(i, j)\n }\n}", "0 0\n0 1\n1 0\n1 1\n"),
        ("func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nprint(fib(15))", "610\n"),
        ("func greet(_ name: String, times n: Int = 2) -> String {\n var s = \"\"\n for _ in 0..<n { s += name }\n return s\n}\nprint(greet(\"ab\"), greet(\"c\", times: 3))", "abab ccc\n"),
        ("var n = 0\nlet add = { (k: Int) in n += k }\nadd(3)\nadd(4)\nprint(n)", "7\n"),
        ("func adder(_ k: Int) -> (Int) -> Int { { $0 + k } }\nprint([1, 2].map(adder(10)))", "[11, 12]\n"),
        ("struct P {\n var x: Int\n var y = 2\n var sum: Int { x + y }\n mutating func move(_ d: Int) { x += d }\n}\nvar p = P(x: 1)\np.move(4)\nvar q = p\nq.x = 0\nprint(p, q, p.sum)", "P(x: 5, y: 2) P(x: 0, y: 2) 7\n"),
        ("let o: Int? = Int(\"7\")\nif let v = o, v > 3 { print(v) }\nprint(Int(\"x\") ?? -1, o!)", "7\n-1 7\n"),
        ("let g = 85\nswitch g {\ncase 90...: print(\"A\")\ncase 80..<90 where g != 84: print(\"B\")\ndefault: print(\"C\")\n}", "B\n"),
        ("switch (1, \"x\") {\ncase (0, _): print(0)\ncase let (n, s): print(n, s)\n}", "1 x\n"),
        ("print([3, 1, 2].sorted(by: >), [1, 2, 3].reduce(0, +), (1...4).map { $0 * $0 })", "[3, 2, 1] 6 [1, 4, 9, 16]\n"),
        ("func swapTwo(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }\nvar x = 1, y = 2\nswapTwo(&x, &y)\nprint(x, y)", "2 1\n"),
        ("print(0.1 + 0.2, 1e20, 1.0, Float(0.1), 7 / 2, -7 % 3)", "0.30000000000000004 1e+20 1.0 0.1 3 -1\n"),
        ("let s = \"año🙂\"\nfor c in s { print(c, terminator: \"|\") }\nprint(s.count, \"\\(s) \\(1 + 1)\")", "a|ñ|o|🙂|4 año🙂 2\n"),
        ("for (i, x) in [\"a\", \"b\"].enumerated() { print(i, x) }\nfor (a, b) in zip([1, 2], [\"x\", \"y\"]) { print(a, b) }", "0 a\n1 b\n1 x\n2 y\n"),
        ("let letter = if 3 > 2 { \"yes\" } else { \"no\" }\nprint(letter)", "yes\n"),
        ("let x: Int\nif 1 < 2 { x = 1 } else { x = 2 }\nprint(x)", "1\n"),
        ("func first<T>(_ values: [T]) -> T? { values.first }\nprint(first([4, 5]) ?? 0, first([String]()) ?? \"none\")", "4 none\n"),
    ])
    func aProgramPrints(_ program: String, _ expected: String) throws {
        #expect(try output(of: program) == expected)
    }

    @Test(arguments: [
        ("let x = 3\nx = 4", "cannot assign to value: 'x' is a 'let' constant"),
        ("let v: Double = 3\nlet i = 2\nprint(v * i)", "binary operator '*' cannot be applied to operands of type 'Double' and 'Int'"),
        ("print(undefinedName)", "cannot find 'undefinedName' in scope"),
        ("func f(a: Int) {}\nf(b: 1)", "incorrect argument label in call (have 'b:', expected 'a:')"),
        ("func f() -> Int { print(1) }", "cannot convert return expression of type '()' to return type 'Int'"),
        ("let x: Int\nprint(x)", "constant 'x' used before being initialized"),
        ("struct S { var a: Int; init() {} }", "return from initializer without initializing all stored properties: 'self.a' not initialized"),
        ("Tensor.ones(2).sune()", "value of type 'Tensor' has no member 'sune'"),
        ("let x = 1\nlet x = 2", "invalid redeclaration of 'x'"),
    ])
    func aMistakeIsNamed(_ program: String, _ message: String) {
        #expect(Session().execute(program, name: "cell", host: Recorder()).error?.message == message)
    }

    @Test(arguments: [
        ("let a = [1, 2, 3]\nprint(a[7])", "IndexError", "cell:2:7"), ("print(Int.max + 1)", "OverflowError", "cell:1:7"),
        ("let z = 0\nprint(1 / z)", "DivisionByZero", "cell:2:7"), ("let n: Int? = nil\nprint(n!)", "NilUnwrapped", "cell:2:7"),
        ("let t = Tensor.ones(2, 3) + Tensor.ones(4)", "ShapeError", "cell:1:9"), ("print(Int(Double.nan))", "ConversionError", "cell:1:7"),
        ("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))", "RecursionLimit", "cell:1:27"),
        ("func show() { print(later) }\nshow()\nlet later = [1]", "Uninitialized", "cell:1:21"),
    ])
    func aFaultIsLocated(_ program: String, _ name: String, _ place: String) {
        let error = Session().execute(program, name: "cell", host: Recorder()).error
        #expect(error?.name == name)
        #expect(error?.traceback.first?.hasPrefix(place) ?? false, "\(error?.traceback ?? [])")
    }
}

/// Models and figures in cells.
@Suite struct LibraryInCellsTests {
    @Test func aNetworkLearnsExclusiveOrByFitAndByHand() throws {
        let data = "let x = Tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])\nlet y = Tensor([[0.0], [1], [1], [0]])"
        let session = Session()
        _ = try output(of: data, session: session)
        #expect(try output(of: "let model = Sequential {\n Dense(8, activation: .tanh)\n Dense(1, activation: .sigmoid)\n}\nmodel.compile(optimizer: Adam(learningRate: 0.05), loss: .binaryCrossentropy, metrics: [.accuracy])\nlet h = model.fit(x, y, epochs: 300, batchSize: 4, verbose: .silent)\nprint(h[\"accuracy\"].last!)", session: session) == "1.0\n")
        #expect(try output(of: "struct Net: Layer {\n var a = Dense(8, activation: .tanh)\n var b = Dense(1)\n func callAsFunction(_ x: Tensor) -> Tensor { b(a(x)) }\n}\nvar net = Net()\nlet sgd = SGD(learningRate: 0.5)\nvar last = 0.0\nfor _ in 0..<600 {\n let (loss, g) = valueWithGradient(at: net) { net in sigmoidCrossEntropy(logits: net(x), labels: y) }\n sgd.update(&net, along: g)\n last = loss.item()\n}\nprint(last < 0.05)", session: session) == "true\n")
    }

    @Test func aClosureOfACellEndsTraining() throws {
        let program = """
            let model = Sequential([Dense(1)])
            let x = Tensor.ones(4, 1)
            model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
            let stop = Callback(onEpochEnd: { epoch, logs in epoch == 2 ? .stop : .proceed })
            print(model.fit(x, x, epochs: 5, callbacks: [stop], verbose: .silent).epochs)
            """
        #expect(try output(of: program) == "[1, 2]\n")
    }

    @Test func aModelTakesAndGivesWhatItSays() throws {
        let session = Session()
        let program = """
            struct Generator: Layer {
             var embed = Embedding(vocabulary: 3, dimensions: 2)
             var net = Sequential { Dense(4, activation: .relu); Dense(2) }
             func callAsFunction(_ noise: Tensor, label: Tensor) -> Tensor { net(concatenated([noise, embed(label)], axis: -1)) }
            }
            struct Encoder: Layer {
             var hidden = Dense(4)
             func callAsFunction(_ x: Tensor) -> (mean: Tensor, width: Tensor) { (hidden(x), exp(hidden(x))) }
            }
            var generator = Generator()
            let (z, label) = (Tensor.randomNormal(5, 2), Tensor([0, 1, 2, 0, 1]))
            let (loss, g) = valueWithGradient(at: generator) { g in pow(g(z, label: label), 2).mean() }
            let before = generator(z, label: label)
            SGD(learningRate: 0.1).update(&generator, along: g)
            print(loss.item() > 0, g["embed.weight"].shape, generator(z, label: label) == before, generator.parameterCount)
            let (mean, width) = Encoder()(z)
            print(mean.shape, width.shape)
            """
        #expect(try output(of: program, session: session) == "true [3, 2] false 36\n[5, 4] [5, 4]\n")
        func message(_ cell: String) -> String { session.execute(cell, name: "cell", host: Recorder()).error?.message ?? "" }
        #expect(message("print(generator(z))").contains("missing argument"))
        #expect(message("let all = Sequential([Generator()])\nprint(all(z).shape)").contains("cannot be called with one tensor alone"))
        // What changes the model or throws is no call for the library either.
        _ = try output(of: "struct Counting: Layer { var dense = Dense(1)\n var calls = 0\n mutating func callAsFunction(_ x: Tensor) -> Tensor { calls += 1; return dense(x) } }\nvar counting = Counting()\n_ = counting(z)\nprint(counting.calls)", session: session)
        #expect(message("print(Sequential([counting])(z))").contains("cannot be called with one tensor alone"))
        #expect(message("struct Empty: Layer { var dense = Dense(1) }").contains("does not conform to protocol 'Layer'"))
    }

    @Test func layersAreFoundInObjectsDictionariesAndOptionals() throws {
        let program = """
            struct Block: Layer {
             var dense = Dense(2)
             var skip: Dense? = nil
             var heads: [String: Dense] = ["b": Dense(2), "a": Dense(2)]
             func callAsFunction(_ x: Tensor) -> Tensor { heads["a"]!(dense(x)) + heads["b"]!(x) }
            }
            class Net: Layer {
             var block = Block()
             var last = Dense(1)
             func callAsFunction(_ x: Tensor) -> Tensor { last(block(x)) }
            }
            let net = Net()
            print(net(Tensor.ones(3, 2)).shape)
            print(net.parameterPaths)
            struct Twice<Inner: Layer>: Layer {
             var inner: Inner
             func callAsFunction(_ x: Tensor) -> Tensor { inner(inner(x)) }
            }
            let twice = Sequential([Twice(inner: Dense(2))])
            print(twice(Tensor.ones(1, 2)).shape, twice.parameterPaths)
            """
        let paths = ["block.dense", "block.heads.b", "block.heads.a", "last"].flatMap { ["\"\($0).weight\"", "\"\($0).bias\""] }
        let expected = "[3, 1]\n[\(paths.joined(separator: ", "))]\n[1, 2] [\"0.inner.weight\", \"0.inner.bias\"]\n"
        #expect(try output(of: program) == expected)
    }

    @Test func aFigureLeftOpenIsDisplayedAndAFigureAsResultIsShown() {
        let recorder = Recorder()
        #expect(Session().execute("plt.plot([1, 2, 3])\nplot([3, 2, 1])", name: "cell", host: recorder).error == nil)
        var displays = 0
        var results = 0
        for event in recorder.events {
            if case .display(let data, _) = event, data["image/svg+xml"] != nil { displays += 1 }
            if case .result(let data) = event, data["image/svg+xml"] != nil { results += 1 }
        }
        #expect(displays == 1)
        #expect(results == 1)
    }

    @Test func completionKnowsMembersAndNames() throws {
        let session = Session()
        _ = try output(of: "let images = Tensor.ones(2, 2)", session: session)
        #expect(session.complete("images.sha", at: 10).items.map(\.text) == ["shape"])
        #expect(session.complete("ima", at: 3).items.map(\.text).contains("images"))
        #expect(session.complete("Dense(3, activation: .re", at: 24).items.map(\.text) == ["relu"])
        #expect(session.inspect("images", at: 2, detail: 0)?["text/plain"]?.contains("Tensor") ?? false)
    }
}
