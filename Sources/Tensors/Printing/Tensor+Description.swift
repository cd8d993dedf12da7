extension Tensor: CustomStringConvertible {
    /// The elements as NumPy prints an array: at most eight places, columns aligned, what is beyond
    /// 1000 elements shortened to its edges, lines of 75 columns.
    ///
    ///     [[1.         0.33333333]
    ///      [0.5        0.25      ]]
    public var description: String { description(.current) }

    /// The elements printed with other options than those in use.
    public func description(_ options: PrintOptions) -> String {
        // Reading the elements needs a little memory; without it the shape is still worth showing.
        (try? TensorPrinter(self, options).text()) ?? "Tensor(shape: \(shape), dtype: \(dtype))"
    }
}

/// Writes one tensor; costs what it shows, not what the tensor holds.
struct TensorPrinter {
    private let tensor: Tensor
    private let options: PrintOptions
    private let isShortened: Bool
    /// The elements shown, in row-major order, as reals or as integers.
    private let reals: [Double]
    private let integers: [Int]
    private let format: ArrayFormat
    /// The extents of what is shown.
    private let shown: Shape

    init(_ tensor: Tensor, _ options: PrintOptions) throws(TensorError) {
        self.tensor = tensor
        self.options = options
        isShortened = tensor.count > options.threshold
        var edges = tensor
        if isShortened { edges = try Self.edges(of: tensor, options.edgeItems) }
        shown = edges.shape
        if tensor.dtype.isFloatingPoint {
            reals = try Checked.scalars(edges, as: Double.self)
            integers = []
            format = ArrayFormat(reals, dtype: tensor.dtype, options)
        } else {
            reals = []
            integers = try Checked.scalars(edges, as: Int.self)
            format = tensor.dtype == .bool ? .truths : ArrayFormat(integers)
        }
    }

    /// The first and last elements along each axis that is long.
    private static func edges(of tensor: Tensor, _ edge: Int) throws(TensorError) -> Tensor {
        var result = Checked.stopGradient(tensor)
        for axis in 0..<tensor.rank where tensor.shape[axis] > 2 * edge {
            let first = try Checked.narrowed(result, axis: axis, 0..<edge)
            let extent = tensor.shape[axis]
            let last = try Checked.narrowed(result, axis: axis, (extent - edge)..<extent)
            result = try Checked.concatenated([first, last], axis: axis)
        }
        return result
    }

    func text() -> String {
        if tensor.rank == 0 {
            if tensor.dtype == .bool { return integers[0] != 0 ? "True" : "False" }
            if tensor.dtype.isFloatingPoint {
                return ArrayFormat.scalar(reals[0], isSingle: tensor.dtype == .float32)
            }
            return String(integers[0])
        }
        if tensor.count == 0 { return "[]" }
        var position = 0
        return part(axis: 0, indent: " ", width: options.lineWidth, &position)
    }

    private func word(_ position: inout Int) -> String {
        defer { position += 1 }
        return tensor.dtype.isFloatingPoint
            ? format.text(reals[position]) : format.text(integers[position])
    }

    /// One bracket, from `[` to `]`.
    private func part(axis: Int, indent: String, width: Int, _ position: inout Int) -> String {
        let extent = shown[axis]
        let isCut = isShortened && tensor.shape[axis] > 2 * options.edgeItems
        let axesLeft = shown.count - axis
        var text = ""
        if axesLeft == 1 {
            var line = indent
            for i in 0..<extent {
                if isCut, i == options.edgeItems {
                    extend(&text, &line, "...", width - 1, indent)
                    line += " "
                }
                extend(&text, &line, word(&position), width - 1, indent)
                if i < extent - 1 { line += " " }
            }
            text += line
        } else {
            let separator = String(repeating: "\n", count: axesLeft - 1)
            for i in 0..<extent {
                if isCut, i == options.edgeItems { text += indent + "..." + separator }
                text += indent
                text += part(axis: axis + 1, indent: indent + " ", width: width - 1, &position)
                if i < extent - 1 { text += separator }
            }
        }
        return "[" + text.dropFirst(indent.utf8.count) + "]"
    }

    private func extend(
        _ text: inout String, _ line: inout String, _ word: String, _ width: Int, _ indent: String
    ) {
        let isFull = line.utf8.count + word.utf8.count > width
        if isFull, line.utf8.count > indent.utf8.count {
            while line.last == " " { line.removeLast() }
            text += line + "\n"
            line = indent
        }
        line += word
    }
}
