import Session
import Testing

@Suite struct OperandNameTests {
    private func message(_ cell: String) -> String {
        Session().execute(cell, name: "cell 1", host: Recorder()).error?.message ?? "no error"
    }

    @Test func `operators name what stands on either side of them`() {
        let tensors = "let w = Tensor.ones(2, 3)\nvar x = Tensor.ones(4)\n"
        #expect(message(tensors + "print(w + x)") == "'+' cannot broadcast shapes [2, 3] and [4]: axis 1 of 'w' is 3, axis 0 of 'x' is 4")
        #expect(message(tensors + "x += w").hasSuffix("axis 0 of 'x' is 4, axis 1 of 'w' is 3"))
        #expect(message(tensors + "let y = 2 * (w .> x)").hasSuffix("axis 1 of 'w' is 3, axis 0 of 'x' is 4"))
        #expect(message(tensors + "print(x + 1 * w)").hasSuffix("axis 0 of 'x' is 4, axis 1 of '1 * w' is 3"))
    }

    @Test func `functions and methods name their operands`() {
        let model = "struct Block { var weight = Tensor.ones(2, 3) }\nlet block = Block()\nlet x = Tensor.ones(4)\n"
        let wanted = "'matmul' of shapes [2, 3] and [4]: axis 1 of 'block.weight' is 3, axis 0 of 'x' is 4, they must be equal"
        #expect(message(model + "print(matmul(block.weight, x))") == wanted)
        #expect(message(model + "print(block.weight.matmul(x))") == wanted)
        #expect(message(model + "print(max(block.weight.T, Tensor.ones(4)))").hasSuffix("axis 1 of 'block.weight.T' is 2, axis 0 of 'Tensor.ones(4)' is 4"))
    }

    @Test func `names are those of the function where it happened`() {
        let cell = "func scaled(_ image: Tensor, _ by: Tensor) -> Tensor {\n image * by\n}\nprint(scaled(Tensor.ones(2), Tensor.ones(3)))"
        #expect(message(cell).hasSuffix("axis 0 of 'image' is 2, axis 0 of 'by' is 3"))
        let closure = "let w = Tensor.ones(2)\nprint(gradient(at: Tensor.ones(3)) { v in (v * w).sum() })"
        #expect(message(closure).hasSuffix("axis 0 of 'v' is 3, axis 0 of 'w' is 2"))
    }

    @Test func `an operand too long to repeat stays without a name`() {
        let cell = "let x = Tensor.ones(4)\nprint(x * Tensor.ones(2, 3).reshaped(3, 2).transposed(1, 0).reshaped(6))"
        #expect(message(cell).hasSuffix("axis 0 of 'x' is 4, axis 0 of the second is 6"))
    }

    @Test func `inner operations of the library are not named after the cell's arguments`() {
        #expect(!message("let c = Tensor.ones(2)\nlet a = Tensor.ones(3)\nprint(Tensor.where(c, a, a))").contains("'c'"))
    }
}
