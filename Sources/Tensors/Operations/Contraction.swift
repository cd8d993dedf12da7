extension Operations {
    /// attributes: tensor the equation's characters.
    package static let einsum: Operation = Operation(
        "einsum", "Einstein's summation: \"ij,jk->ik\" (NumPy)",
        samples: [
            Operation.Sample(
                [2, 3], [3, 4], attributes: Attributes(tensor: equation("ij,jk->ik"))),
            Operation.Sample([3, 3], attributes: Attributes(tensor: equation("ii->i"))),
            Operation.Sample(
                [2, 3, 4], [2, 4, 2], attributes: Attributes(tensor: equation("bij,bjk->bki"))),
            Operation.Sample(
                [2, 3], [3], [2], attributes: Attributes(tensor: equation("ij,j,i->"))),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            let codes = try a.tensor.map { (t) throws(TensorError) in
                try Checked.scalars(t, as: UInt8.self)
            }
            return try Checked.einsum(String(decoding: codes ?? [], as: UTF8.self), x)
        })

    /// attributes: shape and strides the axes of either that are summed.
    package static let tensordot: Operation = Operation(
        "tensordot", "the sum of products over pairs of axes (NumPy)",
        samples: [
            Operation.Sample(
                [2, 3, 4], [4, 3], attributes: Attributes(shape: [1, 2], strides: [1, 0]))
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.tensordot(x[0], x[1], axes: (Array(a.shape), Array(a.strides)))
        })

    package static let outer: Operation = Operation(
        "outer", "all products of two vectors' elements, of higher ranks flattened (NumPy)",
        samples: [Operation.Sample([3], [2])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.outer(x[0], x[1]) })

    package static let kron: Operation = Operation(
        "kron", "the Kronecker product of matrices (NumPy)",
        samples: [Operation.Sample([2, 2], [2, 3])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.kron(x[0], x[1]) })

    package static let cross: Operation = Operation(
        "cross", "the cross product of vectors of 3 along the last axis (NumPy)",
        samples: [Operation.Sample([2, 3], [3])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.cross(x[0], x[1]) })

    private static func equation(_ text: String) -> Tensor {
        Tensor(text.utf8.map { Int($0) }, shape: Shape(text.utf8.count), dtype: .uint8)
    }
}

extension Checked {
    package static func outer(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try multiply(
            reshaped(a, Shape(a.count, 1)), reshaped(b, Shape(1, b.count)))
    }

    package static func kron(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        guard a.rank == 2, b.rank == 2 else {
            throw .shape(
                operation: "kron", expected: "two matrices",
                given: a.rank == 2 ? b.shape : a.shape, help: nil)
        }
        let (s, t) = (a.shape, b.shape)
        let product = try multiply(
            reshaped(a, Shape(s[0], 1, s[1], 1)), reshaped(b, Shape(1, t[0], 1, t[1])))
        return try reshaped(product, Shape(s[0] * t[0], s[1] * t[1]))
    }

    package static func cross(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        for x in [a, b] where x.rank == 0 || x.shape[x.rank - 1] != 3 {
            throw .shape(
                operation: "cross", expected: "vectors of 3 along the last axis", given: x.shape,
                help: nil)
        }
        func part(_ x: Tensor, _ index: Int) throws(TensorError) -> Tensor {
            try `subscript`(x, [.rest, .at(index)])
        }
        var parts: [Tensor] = []
        for index in 0..<3 {
            let (i, j) = ((index + 1) % 3, (index + 2) % 3)
            parts.append(
                try subtract(
                    multiply(part(a, i), part(b, j)), multiply(part(a, j), part(b, i))))
        }
        return try stacked(parts, axis: -1)
    }

    /// The sum of products over the last `count` axes of a and the first of b.
    package static func tensordot(
        _ a: Tensor, _ b: Tensor, axes count: Int = 2
    ) throws(TensorError) -> Tensor {
        guard count >= 0, count <= a.rank, count <= b.rank else {
            throw .domain(
                operation: "tensordot", problem: "\(count) axes of shapes \(a.shape) and \(b.shape)",
                help: nil)
        }
        return try tensordot(
            a, b, axes: (Array((a.rank - count)..<a.rank), Array(0..<count)))
    }

    /// The sum of products over pairs of axes; the others of a come first, then those of b.
    package static func tensordot(
        _ a: Tensor, _ b: Tensor, axes: ([Int], [Int])
    ) throws(TensorError) -> Tensor {
        guard axes.0.count == axes.1.count else {
            throw .domain(
                operation: "tensordot", problem: "axes \(axes.0) do not pair with \(axes.1)",
                help: nil)
        }
        let left = try Axes.ordered(axes.0, rank: a.rank, "tensordot")
        let right = try Axes.ordered(axes.1, rank: b.rank, "tensordot")
        for (i, j) in zip(left, right) where a.shape[i] != b.shape[j] {
            throw .domain(
                operation: "tensordot",
                problem: "axis \(i) of shape \(a.shape) is \(a.shape[i]), axis \(j) of shape "
                    + "\(b.shape) is \(b.shape[j]), they must be equal", help: nil)
        }
        let freeLeft = (0..<a.rank).filter { !left.contains($0) }
        let freeRight = (0..<b.rank).filter { !right.contains($0) }
        let shared = left.reduce(1) { $0 * a.shape[$1] }
        let rows = freeLeft.reduce(1) { $0 * a.shape[$1] }
        let columns = freeRight.reduce(1) { $0 * b.shape[$1] }
        let x = try reshaped(permuted(a, freeLeft + left), Shape(rows, shared))
        let y = try reshaped(permuted(b, right + freeRight), Shape(shared, columns))
        let extents = freeLeft.map { a.shape[$0] } + freeRight.map { b.shape[$0] }
        return try reshaped(matmul(x, y), Shape(checking: extents))
    }

    private static func permuted(_ x: Tensor, _ order: [Int]) throws(TensorError) -> Tensor {
        x.rank == 0 ? x : try transposed(x, order)
    }

    /// Einstein's summation: letters name axes, `->` says which stay, without it those that occur
    /// once, in alphabetical order; `...` stands for axes that broadcast.
    package static func einsum(
        _ equation: String, _ operands: [Tensor]
    ) throws(TensorError) -> Tensor {
        let plan = try EinsumPlan(equation, operands)
        return try plan.result()
    }
}

extension Axes {
    /// Axes in the order given, counted from the front, none twice.
    static func ordered(
        _ axes: [Int], rank: Int, _ operation: String
    ) throws(TensorError) -> [Int] {
        _ = try set(axes, rank: rank, operation)
        return axes.map { $0 < 0 ? $0 + rank : $0 }
    }
}

/// An equation of `einsum` and its operands, contracted two at a time from the left.
private struct EinsumPlan {
    /// Each operand with the names of its axes; those under `...` have negative names, −1 the last.
    private var terms: [(tensor: Tensor, labels: [Int])] = []
    private var output: [Int] = []
    private let equation: String

    init(_ equation: String, _ operands: [Tensor]) throws(TensorError) {
        self.equation = equation
        func failure(_ problem: String) -> TensorError {
            .domain(
                operation: "einsum", problem: problem,
                help: "an equation names axes with letters: \"ij,jk->ik\"")
        }
        let text = equation.filter { $0 != " " }
        let sides = text.components(of: "->")
        guard sides.count <= 2 else { throw failure("'\(equation)' has more than one '->'") }
        let inputs = sides[0].components(of: ",")
        guard inputs.count == operands.count, !operands.isEmpty else {
            throw failure(
                "'\(equation)' names \(inputs.count) tensors, \(operands.count) were given")
        }
        var extents: [Int: Int] = [:]
        var open = 0
        for (input, operand) in zip(inputs, operands) {
            let labels = try Self.labels(input, rank: operand.rank, failure, operand.shape)
            open = Swift.max(open, labels.filter { $0 < 0 }.count)
            for (axis, label) in labels.enumerated() {
                let extent = operand.shape[axis]
                if let known = extents[label], known != extent {
                    if known != 1 && extent != 1 || label >= 0 && known != extent {
                        throw failure(
                            "'\(Self.name(label))' in '\(equation)' is \(known) and \(extent) "
                                + "in shapes \(operands.map { $0.shape.description }.joined(separator: ", "))")
                    }
                }
                extents[label] = Swift.max(extents[label] ?? 1, extent)
                if extent == 0 { extents[label] = 0 }
            }
            terms.append((operand, labels))
        }
        if sides.count == 2 {
            output = try Self.labels(sides[1], rank: nil, failure, Shape(), open: open)
            guard Set(output).count == output.count else {
                throw failure("the result of '\(equation)' names an axis twice")
            }
            for label in output where extents[label] == nil {
                throw failure("'\(Self.name(label))' of the result is in no tensor of '\(equation)'")
            }
        } else {
            var counts: [Int: Int] = [:]
            for term in terms { for label in term.labels { counts[label, default: 0] += 1 } }
            output = counts.keys.filter { $0 < 0 }.sorted()
            output += counts.keys.filter { $0 >= 0 && counts[$0] == 1 }.sorted()
        }
        guard output.count <= Shape.maximumRank else { throw .rank(output.count) }
    }

    private static func name(_ label: Int) -> String {
        label < 0 ? "..." : String(decoding: [UInt8(label)], as: UTF8.self)
    }

    private static func labels(
        _ text: String, rank: Int?, _ failure: (String) -> TensorError, _ shape: Shape,
        open: Int = 0
    ) throws(TensorError) -> [Int] {
        var before: [Int] = []
        var after: [Int] = []
        var hasEllipsis = false
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "."), !hasEllipsis, index + 2 < bytes.count,
                bytes[index + 1] == byte, bytes[index + 2] == byte
            {
                hasEllipsis = true
                index += 3
                continue
            }
            guard byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 else {
                throw failure("'\(text)' is not made of letters")
            }
            if hasEllipsis { after.append(Int(byte)) } else { before.append(Int(byte)) }
            index += 1
        }
        let named = before.count + after.count
        var count = open
        if let rank {
            guard named == rank || hasEllipsis && named <= rank else {
                throw failure(
                    "'\(text)' names \(named) axes of a tensor of shape \(shape)")
            }
            count = rank - named
        }
        return before + (hasEllipsis ? (0..<count).map { $0 - count } : []) + after
    }

    func result() throws(TensorError) -> Tensor {
        var rest = terms
        var (value, labels) = try diagonals(rest.removeFirst())
        while !rest.isEmpty {
            let (next, nextLabels) = try diagonals(rest.removeFirst())
            let later = Set(output + rest.flatMap(\.labels))
            (value, labels) = try contract(value, labels, next, nextLabels, keeping: later)
        }
        // What is named nowhere any more is summed.
        let gone = labels.indices.filter { !output.contains(labels[$0]) }
        if !gone.isEmpty { value = try sum(value, gone) }
        labels = labels.filter { output.contains($0) }
        let order = output.map { label in labels.firstIndex(of: label) ?? 0 }
        return value.rank == 0 ? value : try Checked.transposed(value, order)
    }

    /// A sum in the operand's own type, as products have it.
    private func sum(_ x: Tensor, _ axes: [Int]) throws(TensorError) -> Tensor {
        try Checked.asType(Checked.sum(x, axes: axes), x.dtype)
    }

    /// An axis named twice in one tensor is its diagonal.
    private func diagonals(
        _ term: (tensor: Tensor, labels: [Int])
    ) throws(TensorError) -> (Tensor, [Int]) {
        var (x, labels) = term
        var first = 0
        while first < labels.count {
            if let second = labels[(first + 1)...].firstIndex(of: labels[first]) {
                x = try Checked.diagonal(x, axes: (first, second))
                let label = labels[first]
                labels.remove(at: second)
                labels.remove(at: first)
                labels.append(label)
            } else {
                first += 1
            }
        }
        return (x, labels)
    }

    /// One product: shared axes that are still needed are a batch, the others are summed.
    private func contract(
        _ a: Tensor, _ aLabels: [Int], _ b: Tensor, _ bLabels: [Int], keeping: Set<Int>
    ) throws(TensorError) -> (Tensor, [Int]) {
        var (x, xLabels, y, yLabels) = (a, aLabels, b, bLabels)
        // What only one of them has and nobody needs is summed first.
        for (isLeft, other) in [(true, yLabels), (false, xLabels)] {
            let own = isLeft ? xLabels : yLabels
            let gone = own.indices.filter {
                !other.contains(own[$0]) && !keeping.contains(own[$0])
            }
            if gone.isEmpty { continue }
            if isLeft {
                x = try sum(x, gone)
                xLabels = xLabels.indices.filter { !gone.contains($0) }.map { xLabels[$0] }
            } else {
                y = try sum(y, gone)
                yLabels = yLabels.indices.filter { !gone.contains($0) }.map { yLabels[$0] }
            }
        }
        let shared = xLabels.filter { yLabels.contains($0) }
        let batch = shared.filter { keeping.contains($0) || $0 < 0 }
        let summed = shared.filter { !batch.contains($0) }
        let left = xLabels.filter { !shared.contains($0) }
        let right = yLabels.filter { !shared.contains($0) }
        func extents(_ t: Tensor, _ own: [Int], _ names: [Int]) -> [Int] {
            names.map { name in own.firstIndex(of: name).map { t.shape[$0] } ?? 1 }
        }
        func arranged(
            _ t: Tensor, _ own: [Int], _ names: [Int], _ shape: [Int]
        ) throws(TensorError) -> Tensor {
            let order = names.map { name in own.firstIndex(of: name) ?? 0 }
            let turned = t.rank == 0 ? t : try Checked.transposed(t, order)
            return try Checked.reshaped(turned, Shape(checking: shape))
        }
        let xBatch = extents(x, xLabels, batch)
        let yBatch = extents(y, yLabels, batch)
        let m = extents(x, xLabels, left)
        let n = extents(y, yLabels, right)
        let k = extents(x, xLabels, summed).reduce(1, *)
        guard batch.count + 2 <= Shape.maximumRank else { throw .rank(batch.count + 2) }
        let product = try Checked.matmul(
            arranged(x, xLabels, batch + left + summed, xBatch + [m.reduce(1, *), k]),
            arranged(y, yLabels, batch + summed + right, yBatch + [k, n.reduce(1, *)]))
        let shape = (0..<batch.count).map { product.shape[$0] } + m + n
        return (
            try Checked.reshaped(product, Shape(checking: shape)), batch + left + right
        )
    }
}

extension String {
    /// The parts between occurrences of a separator.
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        let bytes = Array(utf8)
        let mark = Array(separator.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: mark) {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                index += mark.count
            } else {
                part.append(bytes[index])
                index += 1
            }
        }
        return parts + [String(decoding: part, as: UTF8.self)]
    }
}
