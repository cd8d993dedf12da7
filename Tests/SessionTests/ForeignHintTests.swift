import Bindings
import Language
import Session
import Testing

/// What people from other libraries are told.
@Suite struct ForeignHintTests {
    @Test(arguments: [
        ("let x = Tensor([1.0, 2])\nprint(x.sin())", "'sin' is a function here: write 'sin(x)'"),
        ("let x = Tensor([1.0, 2])\nprint(x.solve(x))", "'solve' is a function here: write 'solve(x, …)'"),
        ("let x = Tensor([1.0, 2])\nif x > 1 { print(1) }", "'x .> y' compares element by element; 'x.item() > 1' compares the value of a tensor of one"),
        ("let x = Tensor([1.0, 2])\nif (x .> 1).all() { print(1) }", "'Bool(x.all())' and 'Bool(x.any())' ask all elements; 'a .& b' and 'a .| b' join element by element"),
        ("let x = Tensor([1.0, 2])\nlet y: Double = x.sum()\nprint(y)", "'x.item()' is the value of a tensor of one element"),
        ("let x = Tensor([[1.0, 2]])\nprint(x[..., 0])", "'x[.ellipsis, 0]' takes all axes before the last, 'x[0..., 1]' all of the first"),
        ("let a = Adam(learningRate: StepLR(1))", "'.stepDecay(initial: 1e-3, every: 100)' is a learning rate"),
        ("let d = DataFrame([Column(\"a\", [1])])\nprint(d.groupBy(\"a\"))", "'groupBy' is spelled 'grouped(by:)' here"),
    ])
    func `a habit is met with what is written here`(cell: String, help: String) throws {
        let error = try #require(Session().execute(cell, name: "cell", host: Recorder()).error)
        #expect(error.traceback.contains("  help: " + help), "\(error.traceback)")
    }

    /// A spelling that nothing has (any more) is never shown: the entry would be dead.
    @Test func `every spelling that is offered is there`() {
        let table = Library(read: { nil }).table
        for (foreign, ours) in table.foreign.names.merging(table.foreign.paths, uniquingKeysWith: { _, path in path }) {
            let path = foreign.contains(where: \.isLetter) ? foreign.split(separator: ".").map(String.init) : [foreign]
            let hint = table.foreignHint(name: "np", path: path)
            #expect(hint == ours || hint == "'np.\(foreign)' is spelled '\(ours)' here", "\(foreign): \(ours)")
        }
        for (owner, members) in table.foreign.members {
            for (foreign, ours) in members {
                // With the protocols that texts and arrays have their members from.
                let owners = [owner, "StringProtocol", "RangeReplaceableCollection", "MutableCollection", "BidirectionalCollection", "Collection", "Sequence"]
                #expect(table.foreignHint(member: foreign, of: owners) != nil, "\(owner).\(foreign): \(ours)")
            }
        }
        let labels = Set(table.declarations.flatMap { declaration in
            declaration.text.split { $0 == "(" || $0 == "," }.compactMap { part in
                part.split(separator: ":").first?.split(separator: " ").first.map(String.init)
            }
        })
        for (foreign, ours) in table.foreign.labels {
            #expect(labels.contains(ours), "\(foreign): \(ours)")
        }
    }

    @Test(arguments: [
        ("np.polyfit(1)", "'np.polyfit' is spelled 'polyfit' here"), ("np.add(1, 2)", "'x + y'"), ("np.linalg.eigh(1)", "'np.linalg.eigh' is spelled 'symmetricEigen(a)' here"),
        ("let t = DecisionTree(maxDepth: 3)", "'maxDepth:' is spelled 'maximumDepth:' here"), ("setSeed(1)", "'setSeed' is spelled 'setRandomSeed(42)' here"),
        ("classification_report(1)", "'classification_report' is spelled 'classificationReport(predicted: a, expected: b)' here"),
        ("print(\"a\".upper())", "'upper' is spelled 'uppercased' here"), ("print([1, 2].head(1))", "'head' is spelled 'prefix' here"),
        ("let m = Dense(3)\nm.to(1)", "everything runs on the processor: leave it out"), ("let f = Figure()", "'Figure' is spelled 'figure(figsize: (6, 4))' here"),
        ("let c = try Circles.make(10, factor: 2)", "the inner circle's radius is from 0 to below 1"),
        ("print(Tensor([1.0]).swapaxes(0, 1))", "'swapaxes' is spelled 'swappedAxes(0, 1)' here"),
    ])
    func `names of other libraries are known`(cell: String, help: String) throws {
        let error = try #require(Session().execute(cell, name: "cell", host: Recorder()).error)
        #expect(error.traceback.contains("  help: " + help), "\(error.traceback)")
    }

    @Test func `the one element of a tensor is a truth value`() throws {
        #expect(try output(of: "let x = Tensor([1, 2])\nprint(Bool((x .> 0).all()), Bool((x .> 5).any()))") == "true false\n")
        let error = try #require(Session().execute("print(Bool(Tensor([1, 2])))", name: "cell", host: Recorder()).error)
        #expect(error.message.contains("one element"), "\(error.message)")
    }
}
