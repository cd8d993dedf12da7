extension TensorError: CustomStringConvertible {
    /// The message, and what to do on a line of its own that begins with `help: `.
    public var description: String {
        let (problem, help) = wording
        guard let help else { return problem }
        return problem + "\nhelp: " + help
    }

    /// What is wrong, and what to do about it if there is something to say.
    package var wording: (problem: String, help: String?) {
        wording(naming: "the first", "the second")
    }

    /// The same with names for the two operands where it is about two.
    package func wording(
        naming first: String, _ second: String
    ) -> (problem: String, help: String?) {
        switch self {
        case .broadcast(let operation, let a, let b, let axis):
            let left = a.count + axis
            let right = b.count + axis
            return (
                "'\(operation)' cannot broadcast shapes \(a) and \(b): "
                    + "axis \(left) of \(first) is \(a[left]), "
                    + "axis \(right) of \(second) is \(b[right])",
                Self.broadcastHelp(a, b)
            )
        case .broadcastTo(let operation, let from, let to):
            return (
                "'\(operation)' cannot broadcast shape \(from) to \(to)",
                "from the last axis on, each extent must be 1 or the one asked for"
            )
        case .matmul(let operation, let a, let b):
            return Self.matmulWording(operation, a, b, first, second)
        case .shape(let operation, let expected, let given, let help):
            return ("'\(operation)' expects \(expected), given shape \(given)", help)
        case .join(let operation, let a, let b, let axis, let position):
            if a.count != b.count {
                return (
                    "'\(operation)' needs tensors of one rank: the first has shape \(a), "
                        + "number \(position) has shape \(b)", nil
                )
            }
            return (
                "'\(operation)' needs equal extents: the first tensor has shape \(a), "
                    + "number \(position) has shape \(b), they disagree along axis \(axis)",
                operation == "stacked"
                    ? "'stacked' makes a new axis and needs equal shapes; "
                        + "'concatenated' joins along an existing axis" : nil
            )
        case .reshape(let from, let to):
            let count = from.product
            let unknown = to.filter { $0 == -1 }.count
            if unknown > 1 {
                return ("shape \(to) leaves more than one extent open", "write -1 only once")
            }
            if unknown == 1 {
                return (
                    "\(count) elements of shape \(from) do not fill \(to) evenly",
                    "the extents beside -1 must divide \(count)"
                )
            }
            return (
                "shape \(from) has \(count) elements, shape \(to) has "
                    + "\(to.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue })",
                "write -1 for one extent to have it computed"
            )
        case .axis(let operation, let axis, let rank):
            if rank == 0 {
                return ("'\(operation)' has no axis \(axis): the tensor is a scalar", nil)
            }
            return (
                "'\(operation)' has no axis \(axis): the tensor's axes are 0 to \(rank - 1)",
                "-1 is the last axis, -\(rank) the first"
            )
        case .repeatedAxis(let operation, let axis):
            return ("'\(operation)' is given axis \(axis) twice", nil)
        case .permutation(let axes, let rank):
            return (
                "\(axes) is not an order of the axes of a tensor with rank \(rank)",
                rank == 0 ? nil : "name each axis from 0 to \(rank - 1) once"
            )
        case .index(let operation, let index, let axis, let extent):
            if extent == 0 {
                return ("index \(index) is out of range: axis \(axis) is empty", nil)
            }
            return (
                (operation == "subscript" ? "" : "'\(operation)': ")
                    + "index \(index) is out of range: axis \(axis) has \(extent) "
                    + (extent == 1 ? "element" : "elements"),
                "use 0 to \(extent - 1), or -1 to -\(extent) from the end"
            )
        case .tooManyIndices(let given, let shape):
            return (
                "\(given) subscripts for a tensor with \(shape.count) "
                    + (shape.count == 1 ? "axis" : "axes") + " (shape \(shape))", nil
            )
        case .mask(let mask, let shape):
            return (
                "a mask of shape \(mask) does not select from shape \(shape)",
                "a mask has the extents of the axes it selects from"
            )
        case .subscripting(let problem, let help):
            return (problem, help)
        case .dtype(let operation, let expected, let given):
            return (
                "'\(operation)' expects \(expected), given \(given)",
                "'asType(.\(Self.suggestion(expected)))' converts"
            )
        case .label(let operation, let label, let row, let classes):
            return (
                "'\(operation)': label \(label) at position \(row) is out of range for "
                    + "\(classes) classes",
                "labels count from 0 to \(classes - 1)"
            )
        case .item(let shape):
            return (
                "'item' needs a tensor with one element, given shape \(shape)",
                "reduce it first, as in 'x.mean().item()', or take one element, as in "
                    + "'x[0].item()'"
            )
        case .empty(let operation, let shape):
            return ("'\(operation)' of no elements (shape \(shape)) has no value", nil)
        case .ragged(let path, let expected, let given):
            let place = path.map { "[\($0)]" }.joined()
            return (
                "the nested arrays are ragged: \(place.isEmpty ? "an element" : place) is "
                    + "\(given), expected \(expected)",
                "give all rows the same length"
            )
        case .scalarCount(let given, let shape):
            return (
                "\(given) scalars do not fill shape \(shape), which has \(shape.product)", nil
            )
        case .domain(let operation, let problem, let help):
            return ("'\(operation)': \(problem)", help)
        case .rank(let rank):
            return ("a tensor with \(rank) axes: at most \(Shape.maximumRank) are possible", nil)
        case .extent(let extent, let shape):
            return ("negative extent \(extent) in shape \(shape)", nil)
        case .tooLarge(let shape):
            return ("shape \(shape) has more elements than can be counted", nil)
        case .memory(let bytes, let inUse, let limit):
            if bytes == 0 {
                return ("the operation's working memory would pass the memory limit", nil)
            }
            if limit == 0 {
                return ("no memory for \(Self.size(bytes)) more", nil)
            }
            return (
                "\(Self.size(bytes)) more would pass the memory limit: "
                    + "\(Self.size(inUse)) of \(Self.size(limit)) are in use",
                "free large tensors, use smaller batches, or raise the limit"
            )
        case .interrupted:
            return ("interrupted", nil)
        case .gradientOfShape(let shape):
            return (
                "the gradient of a tensor of shape \(shape) is not defined: "
                    + "the closure must return a scalar",
                "end the closure with 'sum()' or 'mean()'"
            )
        case .gradientType(let dtype, let role):
            return (
                "gradients exist at floating-point tensors only, the \(role) is \(dtype)",
                "convert it with 'asType(.float32)'"
            )
        case .noGradient(let operation):
            return (
                "'\(operation)' has no gradient",
                "'stopGradient()' before it says that none is wanted"
            )
        case .file(let path, let problem, let help):
            return ("'\(path)': \(problem)", help)
        case .format(let name, let problem, let help):
            return ("not a valid \(name) file: \(problem)", help)
        }
    }

    private static func matmulWording(
        _ operation: String, _ a: Shape, _ b: Shape, _ first: String, _ second: String
    ) -> (String, String?) {
        guard a.count > 0, b.count > 0 else {
            return (
                "'\(operation)' needs operands with at least one axis, given shapes \(a) and \(b)",
                "a product with a scalar is written '*'"
            )
        }
        let row = a.count - 1
        let column = b.count == 1 ? 0 : b.count - 2
        var help: String?
        if a.count >= 2, b.count >= 2 {
            if b[b.count - 1] == a[row] {
                help = "the second operand's transpose would fit: '\(operation)(a, b.T)'"
            } else if a[a.count - 2] == b[column] {
                help = "the first operand's transpose would fit: '\(operation)(a.T, b)'"
            }
        }
        return (
            "'\(operation)' of shapes \(a) and \(b): axis \(row) of \(first) is \(a[row]), "
                + "axis \(column) of \(second) is \(b[column]), they must be equal", help
        )
    }

    private static func broadcastHelp(_ a: Shape, _ b: Shape) -> String {
        // A vector that would fit as a column is the common case.
        for (long, short) in [(a, b), (b, a)] where short.count == 1 && long.count >= 2 {
            if long[long.count - 2] == short[0] {
                return "'expandedDimensions(axis: 1)' makes the vector a column of shape "
                    + "[\(short[0]), 1]"
            }
        }
        return "shapes are compared from the last axis; extents must be equal or one of them 1"
    }

    private static func suggestion(_ expected: String) -> String {
        for dtype in DType.allCases where expected.contains(dtype.name) { return dtype.name }
        if expected.contains("integer") { return "int64" }
        if expected.contains("truth") { return "bool" }
        return "float32"
    }

    /// A number of bytes as people read it: `1.5 GB`.
    package static func size(_ bytes: Int) -> String {
        let units = ["bytes", "KB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1000, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        if unit == 0 { return "\(bytes) bytes" }
        let tenths = (value * 10).rounded()
        let whole = Int(tenths / 10)
        let rest = Int(tenths) - whole * 10
        return rest == 0 ? "\(whole) \(units[unit])" : "\(whole).\(rest) \(units[unit])"
    }
}
