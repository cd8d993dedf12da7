public import Tensors

/// Losses of embeddings: rows that are to be near each other or far apart.
extension Losses {
    /// Rows of length 1 along the last axis.
    static func unit(_ x: Term) throws(TensorError) -> Term {
        let length = try x.squared().sum([-1], keepDims: true).clipped(min: 1e-24).sqrt()
        return try x / length
    }

    /// The cosine of the angle between rows.
    static func cosines(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Term {
        try (unit(Term(a)) * unit(Term(b))).sum([-1])
    }

    /// The Euclidean distance between rows, with a small number added to each difference so that it
    /// has a gradient at 0, as PyTorch does.
    private static func distances(
        _ a: Tensor, _ b: Tensor, epsilon: Double = 1e-6
    ) throws(TensorError) -> Term {
        try (Term(a) - Term(b) + epsilon).squared().sum([-1]).sqrt()
    }

    private static func rows(
        _ operation: String, _ first: Tensor, _ others: Tensor...
    ) throws(TensorError) {
        guard first.rank == 2 else {
            throw .shape(
                operation: operation, expected: "embeddings [batch, dimensions]",
                given: first.shape, help: nil)
        }
        for other in others { try check(operation, first, other) }
    }

    package static func cosineDistance(
        _ a: Tensor, _ b: Tensor, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("cosineDistance", a, b)
        return try Checked.reduced((1 - cosines(a, b)).tensor, reduction)
    }

    package static func cosineEmbedding(
        _ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try rows("cosineEmbeddingLoss", a, b)
        let same = Term(try sameness(labels, a.shape[0], "cosineEmbeddingLoss"))
        let cosine = try cosines(a, b)
        let each = try same * (1 - cosine) + (1 - same) * (cosine - margin).relu()
        return try Checked.reduced(each.tensor, reduction)
    }

    /// 1 for pairs that belong together, 0 for others; −1 counts as 0.
    private static func sameness(
        _ labels: Tensor, _ count: Int, _ operation: String
    ) throws(TensorError) -> Tensor {
        guard labels.count == count else {
            throw .shape(
                operation: operation, expected: "one label for each of \(count) pairs",
                given: labels.shape, help: nil)
        }
        let flat = try Checked.asType(Checked.reshaped(labels, [count]), .float32)
        return try Checked.asType(Checked.compare(.greater, flat, .real(0.5)), .float32)
    }

    package static func contrastive(
        _ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try rows("contrastiveLoss", a, b)
        let same = Term(try sameness(labels, a.shape[0], "contrastiveLoss"))
        let distance = try distances(a, b)
        let each =
            try (same * distance.squared() + (1 - same) * (margin - distance).relu().squared())
            * 0.5
        return try Checked.reduced(each.tensor, reduction)
    }

    package static func triplet(
        anchor: Tensor, positive: Tensor, negative: Tensor, margin: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try rows("tripletLoss", anchor, positive, negative)
        let each =
            try (distances(anchor, positive) - distances(anchor, negative) + margin).relu()
        return try Checked.reduced(each.tensor, reduction)
    }

    private static func checkTemperature(
        _ temperature: Double, _ operation: String
    ) throws(TensorError) {
        guard temperature > 0 else {
            throw .domain(
                operation: operation,
                problem: "the temperature must be above 0, given \(temperature)", help: nil)
        }
    }

    package static func ntXent(
        _ z1: Tensor, _ z2: Tensor, temperature: Double
    ) throws(TensorError) -> Tensor {
        try rows("ntXent", z1, z2)
        try checkTemperature(temperature, "ntXent")
        let count = z1.shape[0]
        guard count > 0 else { throw .empty(operation: "ntXent", shape: z1.shape) }
        let views = try unit(Term(Checked.concatenated([z1, z2], axis: 0)))
        let similarity = try views.matmul(views.transposed) / temperature
        // A view is never its own other view.
        let diagonal = try Checked.multiply(
            Checked.identity(2 * count, dtype: similarity.tensor.dtype), .real(-1e9))
        let labels = try Tensor.filled([2 * count], as: Int64.self) { out in
            for i in out.indices { out[i] = Int64((i + count) % (2 * count)) }
        }
        return try Checked.softmaxCrossEntropy(
            logits: (similarity + Term(diagonal)).tensor, labels: labels, reduction: .mean)
    }

    package static func barlowTwins(
        _ z1: Tensor, _ z2: Tensor, lambda: Double
    ) throws(TensorError) -> Tensor {
        try rows("barlowTwins", z1, z2)
        let count = z1.shape[0]
        guard count > 1 else {
            throw .shape(
                operation: "barlowTwins", expected: "at least 2 examples", given: z1.shape,
                help: nil)
        }
        func standardised(_ z: Tensor) throws(TensorError) -> Term {
            let centred = try Term(z) - Term(z).mean([0], keepDims: true)
            let std = try (centred.squared().sum([0], keepDims: true) / Double(count - 1))
                .clipped(min: 1e-24).sqrt()
            return try centred / std
        }
        let correlation = Term(
            try Checked.matmul(
                Checked.transposed(standardised(z1).tensor), standardised(z2).tensor))
        let c = try correlation / Double(count)
        let eye = Term(try Checked.identity(z1.shape[1], dtype: c.tensor.dtype))
        let on = try ((c - eye) * eye).squared().sum()
        let off = try (c * (1 - eye)).squared().sum()
        return try (on + off * lambda).tensor
    }

    package static func clip(
        image: Tensor, text: Tensor, temperature: Double
    ) throws(TensorError) -> Tensor {
        try rows("clipLoss", image, text)
        try checkTemperature(temperature, "clipLoss")
        let logits =
            try unit(Term(image)).matmul(unit(Term(text)).transposed) / temperature
        let labels = try Checked.arange(0, image.shape[0])
        let forth = Term(
            try Checked.softmaxCrossEntropy(
                logits: logits.tensor, labels: labels, reduction: .mean))
        let back = Term(
            try Checked.softmaxCrossEntropy(
                logits: logits.transposed.tensor, labels: labels, reduction: .mean))
        return try ((forth + back) * 0.5).tensor
    }
}

/// 1 − the cosine of the angle between rows along the last axis (PyTorch's `cosine_similarity`).
public func cosineDistance(_ a: Tensor, _ b: Tensor, reduction: Reduction = .mean) -> Tensor {
    orEnd { () throws(TensorError) in try Losses.cosineDistance(a, b, reduction: reduction) }
}

/// The loss of pairs that belong together (label 1) or not (−1 or 0): 1 − cos, or max(0, cos −
/// margin) (PyTorch's `CosineEmbeddingLoss`).
public func cosineEmbeddingLoss(
    _ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double = 0, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.cosineEmbedding(a, b, labels: labels, margin: margin, reduction: reduction)
    }
}

/// The loss of pairs that belong together (label 1) or not (0): ½d², or ½max(0, margin − d)², d the
/// Euclidean distance (Hadsell, Chopra and LeCun 2006).
public func contrastiveLoss(
    _ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double = 1, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.contrastive(a, b, labels: labels, margin: margin, reduction: reduction)
    }
}

/// max(0, d(anchor, positive) − d(anchor, negative) + margin), d the Euclidean distance (Schroff et
/// al. 2015; PyTorch's `TripletMarginLoss`).
public func tripletLoss(
    anchor: Tensor, positive: Tensor, negative: Tensor, margin: Double = 1,
    reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.triplet(
            anchor: anchor, positive: positive, negative: negative, margin: margin,
            reduction: reduction)
    }
}

/// SimCLR's loss of two views `[batch, dimensions]` of the same examples: each of the 2N views is to
/// find its other one by cosine / temperature among all the rest (Chen et al. 2020).
public func ntXent(_ z1: Tensor, _ z2: Tensor, temperature: Double = 0.5) -> Tensor {
    orEnd { () throws(TensorError) in try Losses.ntXent(z1, z2, temperature: temperature) }
}

/// Σ(1 − Cᵢᵢ)² + λ Σ Cᵢⱼ² of the correlations between the features of two views, standardised over
/// the batch (Zbontar et al. 2021).
public func barlowTwins(_ z1: Tensor, _ z2: Tensor, lambda: Double = 5e-3) -> Tensor {
    orEnd { () throws(TensorError) in try Losses.barlowTwins(z1, z2, lambda: lambda) }
}

/// The mean of both directions' cross-entropies when pictures are to find their texts and texts
/// their pictures by cosine / temperature (Radford et al. 2021).
public func clipLoss(image: Tensor, text: Tensor, temperature: Double = 0.07) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.clip(image: image, text: text, temperature: temperature)
    }
}
