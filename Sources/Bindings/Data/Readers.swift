internal import DataFrames
internal import Datasets
internal import Language
internal import Tensors

/// Data sets by name, and readers of files.
func declareReaders(_ table: DeclarationTable) {
    func name(_ name: String, _ documentation: String, _ example: String = "") -> Binder {
        Binder.type(table, DatasetName.self, "enum \(name)", documentation, example, describe: { _ in name })
    }
    /// A call that may find no data on this machine.
    func perhaps(_ call: String, _ body: String) -> String { "if let data = try? \(call) {\n print(data\(body))\n} else {\n print(\"not here\")\n}" }

    for (type, words, load) in [
        ("Digits", "1797 handwritten digits of 8×8 pixels from 0 to 16 (Alpaydin and Kaynak 1998), as scikit-learn has them.", { try Digits.load() } as () throws -> Dataset),
        ("Iris", "150 irises of three species with the lengths and widths of their leaves in centimetres (Fisher 1936).", { try Iris.load() }),
        ("Wine", "178 wines of three growers with 13 chemical measures (Aeberhard and Forina 1992).", { try Wine.load() }),
        ("BreastCancer", "569 tumours, malignant (0) or benign (1), with 30 measures of their cells (Wolberg and others 1993).", { try BreastCancer.load() }),
    ] {
        name(type, words, "print(\(type).load().count)")("static func load() throws -> Dataset", "All examples with their labels; they come with the library.", "print(\(type).load())") { () throws -> Dataset in try load() }
    }
    name("Diabetes", "442 patients with ten measures, and how their diabetes had advanced a year later (Efron and others 2004).", "print(Diabetes.load().count)")("static func load(scaled: Bool = true) throws -> Dataset", "All patients, each measure with mean 0 and sum of squares 1, or as measured; they come with the library.", "print(Diabetes.load(scaled: false).features[0])") { (scaled: Bool) throws -> Dataset in try Diabetes.load(scaled: scaled) }
    name("Moons", "Two half circles of points that reach into each other.", "print(Moons.make(10).count)")("static func make(_ count: Int = 100, noise: Double = 0) throws -> Dataset", "Points [count, 2] of two classes in random order, with normal noise of that deviation, as scikit-learn's `make_moons`.", "print(Moons.make(200, noise: 0.1))") { (count: Int, noise: Double) throws -> Dataset in try Moons.make(count, noise: noise) }
    name("Circles", "A circle of points inside another.", "print(Circles.make(10).count)")("static func make(_ count: Int = 100, noise: Double = 0, factor: Double = 0.8) throws -> Dataset", "Points [count, 2] in random order: class 0 on the circle of radius 1, class 1 on that of radius `factor`, as scikit-learn's `make_circles`.", "print(Circles.make(200, noise: 0.05, factor: 0.5))") { (count: Int, noise: Double, factor: Double) throws -> Dataset in try Circles.make(count, noise: noise, factor: factor) }
    name("Spirals", "Arms of points that wind round the origin.", "print(Spirals.make(10).count)")("static func make(_ count: Int = 100, classes: Int = 2, turns: Double = 1, noise: Double = 0) throws -> Dataset", "Points [count, 2] in random order, a class for each arm; the arms end at a distance of 1.", "print(Spirals.make(300, classes: 3, noise: 0.02))") { (count: Int, classes: Int, turns: Double, noise: Double) throws -> Dataset in try Spirals.make(count, classes: classes, turns: turns, noise: noise) }
    let blobs = name("Blobs", "Round clouds of points.", "print(Blobs.make(10).count)")
    blobs("static func make(_ count: Int = 100, centers: Int = 3, features: Int = 2, std: Double = 1) throws -> Dataset", "Points [count, features] in random order about centres anywhere between −10 and 10, a class for each, as scikit-learn's `make_blobs`.", "print(Blobs.make(150, centers: 3, std: 0.6))") { (count: Int, centers: Int, features: Int, std: Double) throws -> Dataset in try Blobs.make(count, centers: centers, features: features, std: std) }
    blobs("static func make(_ count: Int = 100, around centers: Tensor, std: Double = 1) throws -> Dataset", "Points [count, features] in random order about given centres [classes, features].", "print(Blobs.make(100, around: Tensor([[-1.0, 0], [1, 0]]), std: 0.3))") { (count: Int, centers: Tensor, std: Double) throws -> Dataset in try Blobs.make(count, around: centers, std: std) }
    name("Quijote", "Don Quijote de la Mancha (Cervantes 1605) in Spanish.", "print(Quijote.load().prefix(20))")("static func load() throws -> String", "The first twenty chapters, 300,000 characters; they come with the library.", "print(Quijote.load().count)") { () throws -> String in try Quijote.load() }
    name("Photographs", "Photographs.", "imshow(Photographs.camera())")("static func camera() throws -> Tensor", "A man with a camera on a lawn (public domain), grey, uint8 [256, 256]; it comes with the library.", "print(Photographs.camera().shape)") { () throws -> Tensor in try Photographs.camera() }
    name("Penguins", "344 penguins of three species near Palmer Station, with some values missing (Gorman and others 2014).", perhaps("Penguins.load()", ".shape"))("static func load(from path: String? = nil) throws -> DataFrame", "The table, from a file or `penguins.csv` in a data folder.", perhaps("Penguins.load(from: \"penguins.csv\")", ".shape")) { (path: String?) throws -> DataFrame in try Penguins.load(from: path) }

    func parts(_ type: String, _ words: String, _ where: String, _ load: @escaping (String?) throws -> (train: Dataset, test: Dataset)) {
        name(type, words, perhaps("\(type).load()", ".test.count"))("static func load(from folder: String? = nil) throws -> (train: Dataset, test: Dataset)", "Both parts, from the folder that holds the original files; without one from \(`where`).", perhaps("\(type).load(from: \"files\")", ".train.count")) { (folder: String?) throws -> (Dataset, Dataset) in
            let parts = try load(folder)
            return (parts.train, parts.test)
        }
    }
    parts("MNIST", "70,000 handwritten digits of 28×28 pixels (LeCun et al. 1998).", "`mnist` in a data folder") { try MNIST.load(from: $0) }
    parts("FashionMNIST", "70,000 pictures of clothing of 28×28 pixels (Xiao et al. 2017).", "`fashion-mnist` in a data folder, else Debian's package") { try FashionMNIST.load(from: $0) }
    parts("CIFAR10", "60,000 colour pictures of 32×32 pixels in ten classes (Krizhevsky 2009), from the binary files.", "`cifar10` in a data folder") { try CIFAR10.load(from: $0) }
    declareImageFolders(table)

    let free = Binder(table)
    free("func dataFolder(_ name: String) -> String?", "The path of a data set's folder or file, or nil. It is looked for in the folder that the environment variable VENCEJO_DATA names, in `data` and in `~/.local/share/vencejo/data`.", "print(dataFolder(\"membranes\") ?? \"not here\")") { (name: String) -> String? in DataFolder.find(name) }
    free("func readIDX(_ path: String) throws -> Tensor", "A tensor from an IDX file, compressed or not.", perhaps("readIDX(\"train-labels-idx1-ubyte.gz\")", ".shape")) { (path: String) throws -> Tensor in try readIDX(path) }
    free("func readText(_ path: String) throws -> String", "The text of a file in UTF-8, compressed or not.", "DataFrame([Column(\"a\", [1])]).save(csv: \"example.csv\")\nprint(readText(\"example.csv\"))") { (path: String) throws -> String in try readText(path) }
    declareTextFiles(table)
}

/// Foundation's ways to read and write a text, which need no hint for who knows Swift.
private func declareTextFiles(_ table: DeclarationTable) {
    Binder(table)("func _writeText(_ text: String, _ path: String) throws", "Writes a text to a file, whole or not at all.") { (text: String, path: String) throws -> CellVoid in
        try FileBytes.write(Array(text.utf8), to: path)
        return CellVoid()
    }
    let made = "try \"one\\ntwo\".write(toFile: \"example.txt\", atomically: true, encoding: .utf8)\n"
    let text = Binder(table, on: "String")
    text.source("init(contentsOfFile path: String, encoding: String.Encoding = .utf8) throws {\n self = try readText(path)\n}", "The text of a file in UTF-8.", made + "print(try String(contentsOfFile: \"example.txt\", encoding: .utf8))")
    text.source("init(contentsOf url: URL, encoding: String.Encoding = .utf8) throws {\n self = try readText(url.path)\n}", "The text of a file in UTF-8.", made + "print(try String(contentsOf: URL(fileURLWithPath: \"example.txt\"), encoding: .utf8).count)")
    let any = Binder(table, on: "StringProtocol")
    any.source("func write(toFile path: String, atomically: Bool, encoding: String.Encoding) throws {\n try _writeText(String(self), path)\n}", "Writes the text to a file in UTF-8, whole or not at all.", made + "print(readText(\"example.txt\"))")
    any.source("func write(to url: URL, atomically: Bool, encoding: String.Encoding) throws {\n try _writeText(String(self), url.path)\n}", "Writes the text to a file in UTF-8, whole or not at all.", "try \"three\".write(to: URL(fileURLWithPath: \"example.txt\"), atomically: true, encoding: .utf8)\nprint(readText(\"example.txt\"))")
}

private func declareImageFolders(_ table: DeclarationTable) {
    let make = "Tensor.randomUniform(4, 4).save(\"image_1.png\")\nTensor.ones(4, 4).save(\"mask_1.png\")\n"
    let folder = Binder.type(table, DatasetName.self, "enum ImageFolder", "Pictures in folders: PNG files by class, or with masks.", make + "print(ImageFolder.images(\".\", prefix: \"image_\").shape)", describe: { _ in "ImageFolder" })
    folder("static func load(_ folder: String, size: [Int]? = nil, channels: Int = 0) throws -> Dataset", "The pictures of a folder with a folder for each class: uint8 [count, height, width, channels] and int64 labels. `size` is the [height, width] that all get; `channels` 1 is grey, 3 are colours, 0 what the first file has.", "if let data = try? ImageFolder.load(\"pictures\", size: [32, 32], channels: 3) {\n print(data.classNames)\n} else {\n print(\"not here\")\n}") { (folder: String, size: [Int]?, channels: Int) throws -> Dataset in try ImageFolder.load(folder, size: size, channels: channels) }
    folder("static func images(_ folder: String, prefix: String = \"\", size: [Int]? = nil, channels: Int = 0) throws -> Tensor", "The PNG files of one folder whose names begin with a prefix, in the order of their names.", make + "print(ImageFolder.images(\".\", prefix: \"image_\", size: [2, 2]).shape)") { (folder: String, prefix: String, size: [Int]?, channels: Int) throws -> Tensor in try ImageFolder.images(folder, prefix: prefix, size: size, channels: channels) }
    folder("static func masked(images: String, masks: String? = nil, imagePrefix: String = \"\", maskPrefix: String = \"\", size: [Int]? = nil, channels: Int = 0) throws -> Dataset", "Pictures with their masks as labels: two folders, paired by the order of the names; or one, where the names begin with `image` and `mask`.", make + "print(ImageFolder.masked(images: \".\", imagePrefix: \"image_\", maskPrefix: \"mask_\").labels.shape)") { (images: String, masks: String?, imagePrefix: String, maskPrefix: String, size: [Int]?, channels: Int) throws -> Dataset in
        try ImageFolder.masked(images: images, masks: masks, imagePrefix: imagePrefix, maskPrefix: maskPrefix, size: size, channels: channels)
    }
}
