import DataFrames
import Datasets
import Tensors
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that is gone after the test.
private final class Folder {
    let path: String

    init() throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        var template = Array("\(folder)/vencejo-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    func make(_ name: String) { mkdir(path + "/" + name, 0o755) }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try FileBytes.write(bytes, to: path + "/" + name)
        return path + "/" + name
    }

    deinit {
        func empty(_ folder: String) {
            for name in (try? DataFolder.list(folder)) ?? [] {
                if unlink(folder + "/" + name) != 0 { empty(folder + "/" + name) }
            }
            rmdir(folder)
        }
        empty(path)
    }
}

@Suite struct ReaderTests {
    @Test func `the bundled tables are scikit-learn's`() throws {
        func sum(_ tensor: Tensor) throws -> Double {
            try Checked.scalars(Checked.asType(tensor, .float64), as: Double.self).reduce(0, +)
        }
        // Sums of scikit-learn's own arrays.
        let iris = try Iris.load()
        #expect(iris.features.shape == [150, 4])
        #expect(try abs(sum(iris.features) - 2078.7) < 1e-3)
        #expect(iris.classNames == ["setosa", "versicolor", "virginica"])
        let wine = try Wine.load()
        #expect(wine.features.shape == [178, 13])
        #expect(try abs(sum(wine.features) - 159_975.296) < 0.05)
        #expect(try sum(wine.labels) == 167)
        let cancer = try BreastCancer.load()
        #expect(cancer.features.shape == [569, 30])
        #expect(try abs(sum(cancer.features) / 1_056_474.46 - 1) < 1e-5)
        #expect(try sum(cancer.labels) == 357)
        #expect(cancer.featureNames[23] == "worst_area")
        let diabetes = try Diabetes.load()
        #expect(diabetes.features.shape == [442, 10])
        #expect(try sum(diabetes.labels) == 67243)
        let first = try Checked.scalars(
            Checked.asType(diabetes.features.rows(0..<1), .float64), as: Double.self)
        #expect(abs(first[0] - 0.0380759064) < 1e-7)
        #expect(abs(first[9] + 0.0176461252) < 1e-7)
        let raw = try Diabetes.load(scaled: false)
        #expect(try Checked.scalars(Checked.asType(raw.features.rows(0..<1), .float64), as: Double.self)[2] == Double(Float(32.1)))
    }

    @Test func `a data set is a table, too`() throws {
        let frame = try Iris.load().checkedFrame()
        #expect(frame.columns == ["sepal_length", "sepal_width", "petal_length", "petal_width", "class"])
        #expect(frame["class"].valueCounts()["count"].ints == [50, 50, 50])
    }

    @Test func `pictures in CIFAR-10's layout have their channels last`() throws {
        let folder = try Folder()
        var bytes: [UInt8] = []
        for label in [3, 9] as [UInt8] {
            bytes.append(label)
            for channel in 0..<3 {
                for place in 0..<1024 { bytes.append(UInt8((place + 50 * channel + Int(label)) % 256)) }
            }
        }
        _ = try folder.write("data_batch_1.bin", bytes)
        _ = try folder.write("test_batch.bin", bytes)
        let (train, test) = try CIFAR10.load(from: folder.path)
        #expect(train.images.shape == [2, 32, 32, 3])
        #expect(train.images.dtype == .uint8)
        let pixels = try train.images.withElements(as: UInt8.self) { Array($0) }
        #expect(Array(pixels[..<6]) == [3, 53, 103, 4, 54, 104])
        #expect(try Checked.scalars(test.labels, as: Int.self) == [3, 9])
        _ = try folder.write("data_batch_1.bin", Array(bytes.dropLast()))
        #expect(throws: TensorError.self) { try CIFAR10.load(from: folder.path) }
    }

    @Test func `pictures lie in a folder for each class, or beside their masks`() throws {
        func png(_ value: UInt8, width: Int = 3) throws -> [UInt8] {
            try PNGEncoder().encode(
                PNGImage(
                    width: width, height: 2, channels: 3,
                    pixels: (0..<width * 2).flatMap { _ in [value, 0, 255 - value] }))
        }
        let folder = try Folder()
        for (name, value) in [("cat", 10), ("dog", 200)] as [(String, UInt8)] {
            folder.make(name)
            _ = try folder.write("\(name)/b.png", png(value))
            _ = try folder.write("\(name)/a.png", png(value + 1))
            _ = try folder.write("\(name)/notes.txt", [1])
        }
        let data = try ImageFolder.load(folder.path)
        #expect(data.images.shape == [4, 2, 3, 3])
        #expect(data.classNames == ["cat", "dog"])
        #expect(try Checked.scalars(data.labels, as: Int.self) == [0, 0, 1, 1])
        #expect(try data.images.withElements(as: UInt8.self) { Array($0[..<3]) } == [11, 0, 244])
        let grey = try ImageFolder.load(folder.path, size: [4, 4], channels: 1)
        #expect(grey.images.shape == [4, 4, 4, 1])
        #expect(try grey.images.withElements(as: UInt8.self) { $0[0] } == 31)

        _ = try folder.write("image_1.png", png(5))
        _ = try folder.write("mask_1.png", png(255))
        let masked = try ImageFolder.masked(images: folder.path)
        #expect(masked.images.shape == [1, 2, 3, 3])
        #expect(masked.labels.shape == [1, 2, 3, 1])
        _ = try folder.write("image_2.png", png(5, width: 4))
        #expect(throws: TensorError.self) { try ImageFolder.masked(images: folder.path) }
        do {
            _ = try ImageFolder.images(folder.path, prefix: "image")
            Issue.record("read")
        } catch { #expect(error.description.contains("'size: [height, width]' makes all pictures equal")) }
        do {
            _ = try ImageFolder.images(folder.path, prefix: "none")
            Issue.record("read")
        } catch { #expect(error.description.contains("there are no PNG files in it")) }
    }

    @Test func `sound comes back as it was written, in every format`() throws {
        let folder = try Folder()
        let samples = Tensor([0.0, 0.5, -0.5, 0.25, -1.0, 1.0])
        let path = folder.path + "/a.wav"
        try Audio(samples, sampleRate: 8000).save(wav: path)
        let back = try readWAV(path)
        #expect(back.sampleRate == 8000)
        #expect(try elementGap(back.samples, [0, 0.5, -0.5, 0.25, -1, 1]) < 1e-4)
        try Audio(Checked.reshaped(samples, [3, 2]), sampleRate: 100).save(wav: path)
        #expect(try readWAV(path).samples.shape == [3, 2])

        func file(_ kind: Int, _ bits: Int, _ data: [UInt8]) throws -> String {
            func number(_ value: Int, _ size: Int) -> [UInt8] {
                (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            }
            let format = number(kind, 2) + number(1, 2) + number(100, 4) + number(100 * bits / 8, 4)
                + number(bits / 8, 2) + number(bits, 2)
            let body = Array("WAVEfmt ".utf8) + number(16, 4) + format
                + Array("LIST".utf8) + number(3, 4) + [1, 2, 3, 0]
                + Array("data".utf8) + number(data.count, 4) + data
            return try folder.write("b.wav", Array("RIFF".utf8) + number(body.count, 4) + body)
        }
        #expect(try elementGap(readWAV(file(1, 8, [0, 128, 192])).samples, [-1, 0, 0.5]) == 0)
        #expect(try elementGap(readWAV(file(1, 24, [0, 0, 0xc0, 0, 0, 0x40])).samples, [-0.5, 0.5]) == 0)
        #expect(try elementGap(readWAV(file(1, 32, [0, 0, 0, 0x80])).samples, [-1]) == 0)
        #expect(try elementGap(readWAV(file(3, 32, [0, 0, 0, 0x3f])).samples, [0.5]) == 0)
        #expect(throws: TensorError.self) { try readWAV(file(2, 4, [0])) }
        let cut = try FileBytes.read(file(1, 8, [0, 128, 192])).dropLast(2)
        let damaged = try folder.write("c.wav", Array(cut))
        #expect(throws: TensorError.self) { try readWAV(damaged) }
    }

    @Test func `texts become numbers and texts again`() throws {
        let text = try Quijote.load()
        #expect(text.hasPrefix("Primera parte del ingenioso hidalgo"))
        let characters = CharacterVocabulary(text)
        let line = "En un lugar de la Mancha, de cuyo nombre no quiero acordarme"
        #expect(try characters.checkedTokens(characters.checkedEncode(line)).joined() == line)
        #expect(throws: TensorError.self) { try characters.checkedEncode("日") }
        let words = WordVocabulary("The cat. The dog, the cat!", size: 4)
        #expect(words.words == ["<unk>", "the", "cat", "."])
        #expect(try Checked.scalars(words.checkedEncode("the bird."), as: Int.self) == [1, 0, 3])
        #expect(try words.checkedDecode(words.checkedEncode("The cat.")) == "the cat.")
        let windows = try Dataset.windows(of: Checked.tensor(Array(0..<10), shape: [10]), length: 4, stride: 3)
        #expect(windows.features.shape == [2, 4])
        #expect(try Checked.scalars(Checked.flattened(windows.labels), as: Int.self) == [1, 2, 3, 4, 4, 5, 6, 7])
        let folder = try Folder()
        let wrong = try folder.write("a.txt", [0x61, 0xff])
        #expect(throws: TensorError.self) { try readText(wrong) }
    }

    @Test func `a second thread makes the same batches, and ends when nobody wants them`() throws {
        let x = try Checked.tensor((0..<1000).map { Float($0) }, shape: [500, 2])
        let data = Dataset(x, try Checked.tensor(Array(0..<500), shape: [500]))
        func labels(_ batches: Batches) throws -> [Int] {
            try batches.flatMap { try Checked.scalars($0.1, as: Int.self) }
        }
        #expect(try labels(data.batched(7)) == Array(0..<500))
        #expect(try labels(data.batched(7).prefetch(3)) == Array(0..<500))
        setRandomSeed(8)
        let plain = try labels(data.batched(7, shuffled: true))
        setRandomSeed(8)
        let ahead = data.batched(7, shuffled: true).prefetch(2)
        #expect(try labels(ahead) == plain)
        #expect(plain.sorted() == Array(0..<500))
        #expect(try labels(ahead) != plain)
        let mapped = data.batched(100).map { (x, y) throws(TensorError) in
            (try Checked.multiply(x, .real(2)), y)
        }.prefetch(1)
        for (x, y) in mapped {
            let first = try Checked.scalars(y, as: Int.self)[0]
            #expect(try x.withElements(as: Float.self) { $0[0] } == Float(4 * first))
        }
        // Left in the middle, many times.
        for _ in 0..<50 {
            for (_, y) in ahead where try Checked.scalars(y, as: Int.self)[0] >= 0 { break }
        }
        let failing = data.batched(100).map { (x, y) throws(TensorError) in
            try (Checked.reshaped(x, [3]), y)
        }.prefetch(2)
        #expect(throws: TensorError.self) { try Batches.Iterator(failing).checkedNext() }
    }

    @Test func `a data set that is nowhere names the places that were looked at`() {
        do {
            _ = try MNIST.load(from: nil)
        } catch {
            #expect(error.description.contains("VENCEJO_DATA"))
            #expect(error.description.contains("'data'"))
        }
    }

    /// The shared data beside the tree, where it is.
    private static let shared = "../shared/data"

    @Test(.enabled(if: FileBytes.exists(shared)))
    func `real files are read`() throws {
        let shared = ReaderTests.shared
        let (train, test) = try MNIST.load(from: shared + "/mnist")
        #expect([train.count, test.count] == [60000, 10000])
        let pictures = try CIFAR10.load(from: shared + "/cifar10_subset")
        #expect([pictures.train.count, pictures.test.count] == [1200, 300])
        let penguins = try Penguins.load(from: shared + "/csv/penguins.csv")
        #expect(penguins.shape == [344, 7])
        #expect(penguins["sex"].missingCount == 11)
        let membranes = try ImageFolder.masked(images: shared + "/segmentation_membrane", channels: 1)
        #expect(membranes.images.shape == [30, 256, 256, 1])
        #expect(membranes.labels.shape == [30, 256, 256, 1])
    }
}
