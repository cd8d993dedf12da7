public import Tensors

// Points of the plane in classes that a straight line does not part, as lessons draw them.

/// Two half circles that reach into each other, as scikit-learn's `make_moons`.
public enum Moons {
    /// Points [count, 2] of two classes, in random order.
    ///
    ///     let moons = try Moons.make(200, noise: 0.1)
    ///     plt.scatter(moons.features[0..., 0], moons.features[0..., 1], c: moons.labels)
    ///
    /// - Parameter noise: the standard deviation of what is added to each coordinate.
    /// - Throws: when `count` or `noise` is negative.
    public static func make(_ count: Int = 100, noise: Double = 0) throws(TensorError) -> Dataset {
        try PointCloud("Moons.make", count: count, noise: noise).dataset(classes: 2) { label, part in
            let angle = part * Double.pi
            return label == 0
                ? (cosine(angle), sine(angle)) : (1 - cosine(angle), 0.5 - sine(angle))
        }
    }
}

/// A circle inside another, as scikit-learn's `make_circles`.
public enum Circles {
    /// Points [count, 2] of two classes, in random order: class 0 on the circle of radius 1, class 1 on that of radius
    /// `factor`.
    ///
    ///     let circles = try Circles.make(200, noise: 0.05, factor: 0.5)
    ///
    /// - Parameter noise: the standard deviation of what is added to each coordinate.
    /// - Throws: when `count` or `noise` is negative, or `factor` is not between 0 and 1.
    public static func make(
        _ count: Int = 100, noise: Double = 0, factor: Double = 0.8
    ) throws(TensorError) -> Dataset {
        guard factor >= 0, factor < 1 else {
            throw .domain(
                operation: "Circles.make", problem: "the factor \(factor)",
                help: "the inner circle's radius is from 0 to below 1")
        }
        return try PointCloud("Circles.make", count: count, noise: noise, isClosed: true).dataset(classes: 2) { label, part in
            let angle = part * 2 * Double.pi
            let radius = label == 0 ? 1 : factor
            return (radius * cosine(angle), radius * sine(angle))
        }
    }
}

/// Arms that wind round the origin.
public enum Spirals {
    /// Points [count, 2] of as many classes as there are arms, in random order; the arms end at a distance of 1.
    ///
    ///     let spirals = try Spirals.make(300, classes: 3, noise: 0.02)
    ///
    /// - Parameters:
    ///   - turns: how often an arm goes round.
    ///   - noise: the standard deviation of what is added to each coordinate.
    /// - Throws: when `count` or `noise` is negative, or there is no class.
    public static func make(
        _ count: Int = 100, classes: Int = 2, turns: Double = 1, noise: Double = 0
    ) throws(TensorError) -> Dataset {
        try PointCloud("Spirals.make", count: count, noise: noise).dataset(classes: classes) { label, part in
            let angle = (part * turns + Double(label) / Double(classes)) * 2 * Double.pi
            return (part * cosine(angle), part * sine(angle))
        }
    }
}

/// Round clouds of points about centres, as scikit-learn's `make_blobs`.
public enum Blobs {
    /// Points [count, features] of as many classes as there are centres, in random order.
    ///
    ///     let blobs = try Blobs.make(150, centers: 3, std: 0.6)
    ///
    /// - Parameters:
    ///   - centers: how many; they lie anywhere between −10 and 10.
    ///   - std: the standard deviation about the centres.
    /// - Throws: when a number is negative or there is no centre.
    public static func make(
        _ count: Int = 100, centers: Int = 3, features: Int = 2, std: Double = 1
    ) throws(TensorError) -> Dataset {
        guard centers > 0, features > 0 else {
            throw .domain(
                operation: "Blobs.make", problem: "\(centers) centres with \(features) features",
                help: "at least one of each is needed")
        }
        return try make(
            count, around: Checked.randomUniform(Shape(checking: [centers, features]), min: -10, max: 10), std: std)
    }

    /// Points [count, features] about given centres [classes, features], in random order.
    ///
    ///     let blobs = try Blobs.make(100, around: Tensor([[-1.0, 0], [1, 0]]), std: 0.3)
    ///
    /// - Throws: when `centers` is no matrix, or a number is negative.
    public static func make(
        _ count: Int = 100, around centers: Tensor, std: Double = 1
    ) throws(TensorError) -> Dataset {
        guard centers.rank == 2, centers.shape[0] > 0 else {
            throw .shape(
                operation: "Blobs.make", expected: "centres [classes, features]", given: centers.shape, help: nil)
        }
        let cloud = try PointCloud("Blobs.make", count: count, noise: std)
        let labels = try cloud.labels(classes: centers.shape[0])
        return try cloud.dataset(points: Checked.gathered(Checked.asType(centers, .float32), labels), labels: labels)
    }
}

/// What the clouds have in common: how many points, and what is added to them.
private struct PointCloud {
    let operation: String
    let count: Int
    let noise: Double
    /// Whether the last point of a line would fall on the first one.
    var isClosed = false

    init(
        _ operation: String, count: Int, noise: Double, isClosed: Bool = false
    ) throws(TensorError) {
        guard count >= 0 else {
            throw .domain(operation: operation, problem: "\(count) points", help: nil)
        }
        guard noise >= 0, noise.isFinite else {
            throw .domain(operation: operation, problem: "the deviation \(noise) is negative or not finite", help: nil)
        }
        (self.operation, self.count, self.noise, self.isClosed) = (operation, count, noise, isClosed)
    }

    /// How many points each class has: as equally many as can be, the first ones more.
    private func sizes(classes: Int) throws(TensorError) -> [Int] {
        guard classes > 0 else {
            throw .domain(operation: operation, problem: "\(classes) classes", help: nil)
        }
        _ = try Shape(checking: [count, classes])
        return (0..<classes).map { count / classes + ($0 < count % classes ? 1 : 0) }
    }

    func labels(classes: Int) throws(TensorError) -> Tensor {
        let all = try sizes(classes: classes).enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        return try Checked.tensor(all, shape: [count])
    }

    /// Points of the plane: `place` says where on its class's line a point lies, given how far along it is.
    func dataset(
        classes: Int, _ place: (_ label: Int, _ part: Double) -> (Double, Double)
    ) throws(TensorError) -> Dataset {
        var coordinates: [Float] = []
        for (label, size) in try sizes(classes: classes).enumerated() {
            let last = Double(max(isClosed ? size : size - 1, 1))
            for index in 0..<size {
                let (x, y) = place(label, Double(index) / last)
                coordinates += [Float(x), Float(y)]
            }
        }
        return try dataset(points: Checked.tensor(coordinates, shape: [count, 2]), labels: labels(classes: classes))
    }

    /// Adds the noise and mixes the order.
    func dataset(points: Tensor, labels: Tensor) throws(TensorError) -> Dataset {
        var points = points
        if noise > 0 { points = try Checked.add(points, Checked.randomNormal(points.shape, std: noise)) }
        let order = try Checked.permutation(count)
        return try Dataset(checking: Checked.gathered(points, order), labels: Checked.gathered(labels, order))
    }
}
