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

    @Test func `the one element of a tensor is a truth value`() throws {
        #expect(try output(of: "let x = Tensor([1, 2])\nprint(Bool((x .> 0).all()), Bool((x .> 5).any()))") == "true false\n")
        let error = try #require(Session().execute("print(Bool(Tensor([1, 2])))", name: "cell", host: Recorder()).error)
        #expect(error.message.contains("one element"), "\(error.message)")
    }
}
