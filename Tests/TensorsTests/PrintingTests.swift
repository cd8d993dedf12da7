import Tensors
import Testing

private struct PrintedTensor: Decodable {
    var shape: [Int]
    var dtype: String
    var data: String
    var text: String
    var options: Options?

    struct Options: Decodable {
        var precision: Int?
        var threshold: Int?
        var edgeitems: Int?
        var linewidth: Int?
        var suppress: Bool?
    }

    func stated() -> PrintOptions {
        var stated = PrintOptions()
        stated.precision = options?.precision ?? stated.precision
        stated.threshold = options?.threshold ?? stated.threshold
        stated.edgeItems = options?.edgeitems ?? stated.edgeItems
        stated.lineWidth = options?.linewidth ?? stated.lineWidth
        stated.suppress = options?.suppress ?? stated.suppress
        return stated
    }
}

@Suite struct PrintingTests {
    @Test func `tensors print as NumPy's arrays do`() throws {
        for (number, item) in try golden("printing.json", as: [PrintedTensor].self).enumerated() {
            let tensor = try StoredTensor(
                shape: item.shape, dtype: item.dtype, data: item.data
            ).tensor()
            #expect(
                tensor.description(item.stated()) == item.text, "case \(number), \(item.dtype)\(item.shape)")
        }
    }

    @Test func `options are checked`() {
        #expect(throws: TensorError.self) { try Checked.setPrintOptions(precision: -1) }
        #expect(throws: TensorError.self) { try Checked.setPrintOptions(edgeItems: 0) }
    }

    @Test func `a view prints like the tensor it shows`() {
        let x = Tensor([[1, 2], [3, 4]])
        #expect(x.T.description == "[[1 3]\n [2 4]]")
        #expect(x[0..., 1].description == "[2 4]")
    }

    @Test func `a tensor that does not fit in memory prints its edges`() {
        let x = Tensor([1.5]).broadcast(to: [100_000, 100_000, 100])
        #expect(x.description.hasPrefix("[[[1.5 1.5 1.5 ... 1.5 1.5 1.5]"))
    }

    @Test func `numbers of the notes print as written there`() {
        #expect(Tensor.arange(4).description == "[0 1 2 3]")
        let x = Tensor([2, 4.0 / 3, 1.2], dtype: .float64)
        #expect(x.description == "[2.         1.33333333 1.2       ]")
    }
}
