import Datasets
import Tensors
import Testing

@Suite struct DatasetTests {
    @Test func `the digits are scikit-learn's`() throws {
        let digits = try Digits.load()
        #expect(digits.images.shape == [1797, 8, 8])
        #expect(digits.images.dtype == .float32)
        #expect(digits.labels.shape == [1797])
        #expect(digits.labels.dtype == .int64)
        let labels = try digits.labels.withElements(as: Int64.self) { Array($0) }
        #expect(labels[..<10].elementsEqual(0...9))
        let counts = (0..<10).map { digit in labels.filter { $0 == Int64(digit) }.count }
        #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
        try digits.images.withElements(as: Float.self) { pixels in
            #expect(pixels[..<8].elementsEqual([0, 0, 5, 13, 9, 1, 0, 0]))
            #expect(pixels.min() == 0)
            #expect(pixels.max() == 16)
            #expect(pixels.reduce(0.0) { $0 + Double($1) } == 561718)
        }
    }

    /// The distance of each point of a class from a centre.
    private func distances(_ data: Dataset, _ label: Int, from centre: (Double, Double) = (0, 0)) -> [Double] {
        zip(data.labels.scalars, 0...).filter { Int($0.0) == label }.map { _, row in
            let (x, y) = (Double(data.features[row, 0].item()) - centre.0, Double(data.features[row, 1].item()) - centre.1)
            return (x * x + y * y).squareRoot()
        }
    }

    @Test func `point clouds lie on their lines`() throws {
        let moons = try Moons.make(101)
        #expect(moons.features.shape == [101, 2] && moons.features.dtype == .float32 && moons.labels.dtype == .int64)
        #expect(distances(moons, 0).count == 51 && distances(moons, 1).count == 50)
        #expect(distances(moons, 0).allSatisfy { abs($0 - 1) < 1e-5 })
        #expect(distances(moons, 1, from: (1, 0.5)).allSatisfy { abs($0 - 1) < 1e-5 })
        let circles = try Circles.make(40, factor: 0.5)
        #expect(distances(circles, 0).allSatisfy { abs($0 - 1) < 1e-5 } && distances(circles, 1).allSatisfy { abs($0 - 0.5) < 1e-5 })
        // A closed line has no point twice.
        #expect(Set((0..<40).map { circles.features[$0].scalars.description }).count == 40)
        let spirals = try Spirals.make(90, classes: 3)
        for label in 0..<3 { #expect(abs((distances(spirals, label).max() ?? 0) - 1) < 1e-5) }
        let blobs = try Blobs.make(2000, around: Tensor([[-5.0, 0], [5, 1]]), std: 0.5)
        #expect(distances(blobs, 1, from: (5, 1)).allSatisfy { $0 < 3 })
        #expect(try Blobs.make(7, centers: 3, features: 4).features.shape == [7, 4])
        #expect(try Moons.make(0).count == 0)
    }

    @Test func `point clouds are mixed, and the same again with the same seed`() throws {
        setRandomSeed(5)
        let first = try Moons.make(50, noise: 0.1)
        setRandomSeed(5)
        let second = try Moons.make(50, noise: 0.1)
        #expect(first.features == second.features && first.labels == second.labels)
        #expect(first.labels.scalars != first.labels.sorted().scalars)
        #expect(throws: TensorError.self) { try Moons.make(-1) }
        #expect(throws: TensorError.self) { try Circles.make(10, noise: -0.1) }
        #expect(throws: TensorError.self) { try Circles.make(10, factor: 1) }
        #expect(throws: TensorError.self) { try Spirals.make(10, classes: 0) }
        #expect(throws: TensorError.self) { try Blobs.make(10, around: Tensor([1.0])) }
        #expect(throws: TensorError.self) { try Blobs.make(10, centers: Int.max) }
    }

    @Test func `batches cover all examples in order`() throws {
        let data = Dataset(
            try Tensor.filled([10, 2], as: Float.self) { out in
                for i in out.indices { out[i] = Float(i) }
            },
            try Tensor.filled([10], as: Int64.self) { out in
                for i in out.indices { out[i] = Int64(i) }
            })
        var labels: [Int64] = []
        var sizes: [Int] = []
        for (x, y) in data.batched(4) {
            #expect(x.shape[0] == y.shape[0])
            sizes.append(x.shape[0])
            labels += try y.withElements(as: Int64.self) { Array($0) }
        }
        #expect(sizes == [4, 4, 2])
        #expect(labels == Array(0..<10))
        #expect(data.batched(4, droppingLast: true).map(\.0.shape[0]) == [4, 4])
        #expect(data[3].0.shape == [2])
        #expect(data[3].1.shape == [])
        #expect(data.prefix(3).count == 3)
        let (a, b) = data.split(0.7)
        #expect([a.count, b.count] == [7, 3])
        let shuffled = data.shuffled()
        let moved = try shuffled.labels.withElements(as: Int64.self) { Array($0) }
        #expect(moved.sorted() == Array(0..<10))
        let rows = try shuffled.features.withElements(as: Float.self) { Array($0) }
        for (row, label) in moved.enumerated() { #expect(rows[2 * row] == Float(2 * label)) }
        #expect(data.underestimatedCount == 10)
        let doubled = try data.map { x, y in (x, y) }
        #expect(doubled.features.shape == [10, 2])
    }

    @Test func `what does not fit is told`() {
        let x = try? Tensor.filled([3, 2], as: Float.self) { $0.update(repeating: 0) }
        let y = try? Tensor.filled([2], as: Float.self) { $0.update(repeating: 0) }
        guard let x, let y else { return }
        #expect(throws: TensorError.self) { try Dataset(checking: x, labels: y) }
        #expect(throws: TensorError.self) { try Dataset(x, x).checkedBatched(0) }
        #expect(throws: TensorError.self) { try Dataset(x, x).checkedSplit(1) }
        #expect(throws: TensorError.self) { try Dataset(x, x).example(3) }
    }

    @Test func `a missing data set names its files or its package`() {
        do {
            _ = try MNIST.load(from: "/nowhere")
            Issue.record("read")
        } catch {
            #expect(
                error.description.hasPrefix("'/nowhere/train-images-idx3-ubyte.gz': no such file"))
            #expect(error.description.contains("t10k-labels-idx1-ubyte"))
        }
        do {
            _ = try FashionMNIST.load(from: "/nowhere")
            Issue.record("read")
        } catch {
            #expect(error.description.contains("Fashion-MNIST is read from"))
        }
    }

    @Test(.enabled(if: FileBytes.exists(FashionMNIST.debianFolder)))
    func `Fashion-MNIST is read from Debian's package`() throws {
        let (train, test) = try FashionMNIST.load()
        #expect(train.images.shape == [60000, 28, 28])
        #expect(test.images.shape == [10000, 28, 28])
        #expect(train.images.dtype == .uint8)
        #expect(train.labels.dtype == .int64)
        let first = try train.labels.withElements(as: Int64.self) { Array($0[..<5]) }
        #expect(first == [9, 0, 0, 3, 0])
        #expect(train.classNames[9] == "Ankle boot")
    }
}
