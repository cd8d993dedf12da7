public import Tensors

/// A data set in MNIST's four files: images and labels, for training and for testing.
enum MNISTFiles {
    static func load(
        folder: String, name: String, classNames: [String], help: String
    ) throws(TensorError) -> (train: Dataset, test: Dataset) {
        (
            try part("train", folder, name, classNames, help),
            try part("t10k", folder, name, classNames, help)
        )
    }

    private static func part(
        _ prefix: String, _ folder: String, _ name: String, _ classNames: [String], _ help: String
    ) throws(TensorError) -> Dataset {
        let imagePath = try find("\(prefix)-images", "idx3-ubyte", folder, name, help)
        let labelPath = try find("\(prefix)-labels", "idx1-ubyte", folder, name, help)
        let images = try IDX.read(imagePath)
        let labels = try IDX.read(labelPath)
        guard images.rank == 3, images.dtype == .uint8 else {
            throw .file(
                path: imagePath,
                problem: "\(name)'s images are uint8 [count, height, width], this holds "
                    + "\(images.dtype.name) \(images.shape)", help: nil)
        }
        guard labels.rank == 1, labels.dtype == .uint8, labels.count == images.shape[0] else {
            throw .file(
                path: labelPath,
                problem: "uint8 labels [\(images.shape[0])] are expected, one for each image, "
                    + "this holds \(labels.dtype.name) \(labels.shape)", help: nil)
        }
        return try Dataset(
            checking: images,
            labels: Tensor.filled(labels.shape, as: Int64.self) { out throws(TensorError) in
                try labels.withElements(as: UInt8.self) { values in
                    for i in out.indices { out[i] = Int64(values[i]) }
                }
            },
            classNames: classNames)
    }

    /// A file under one of the names it goes by: with `-` or `.`, plain or compressed.
    private static func find(
        _ stem: String, _ kind: String, _ folder: String, _ name: String, _ help: String
    ) throws(TensorError) -> String {
        let base = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        for separator in ["-", "."] {
            for ending in ["", ".gz"] {
                let path = base + stem + separator + kind + ending
                if FileBytes.exists(path) { return path }
            }
        }
        throw .file(
            path: base + "\(stem)-\(kind).gz",
            problem: "no such file; \(name) is read from train-images-idx3-ubyte, "
                + "train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, "
                + "plain or .gz",
            help: help)
    }
}

/// Handwritten digits, 28×28 pixels (LeCun, Cortes and Burges): 60,000 to train, 10,000 to test.
public enum MNIST {
    /// Reads the data set from a folder with its four files, plain or `.gz`; without one from `mnist`
    /// in a ``DataFolder``.
    ///
    /// Images are uint8 `[count, 28, 28]` with values 0…255, labels int64 `[count]`, as Keras has
    /// them.
    /// - Throws: naming the file that is missing, cut short or damaged.
    public static func load(
        from folder: String? = nil
    ) throws(TensorError) -> (train: Dataset, test: Dataset) {
        try MNISTFiles.load(
            folder: DataFolder.find(folder, ["mnist", "MNIST"], "MNIST"), name: "MNIST", classNames: (0...9).map { String($0) },
            help: "name the folder that holds the four files, as in "
                + "'MNIST.load(from: \"data/mnist\")'")
    }
}

/// Pictures of clothes, 28×28 pixels (Xiao, Rasul and Vollgraf 2017): 60,000 to train, 10,000 to
/// test, ten classes.
public enum FashionMNIST {
    /// Where Debian's package `dataset-fashion-mnist` puts the files.
    package static let debianFolder = "/usr/share/datasets/fashion-mnist"

    /// Reads the data set from a folder with its four files; without one from `fashion-mnist` in a
    /// ``DataFolder``, else from Debian's package.
    ///
    /// Images are uint8 `[count, 28, 28]` with values 0…255, labels int64 `[count]`, as Keras has
    /// them.
    /// - Throws: naming the package or the file that is missing, cut short or damaged.
    public static func load(
        from folder: String? = nil
    ) throws(TensorError) -> (train: Dataset, test: Dataset) {
        try MNISTFiles.load(
            folder: folder ?? DataFolder.find("fashion-mnist") ?? debianFolder, name: "Fashion-MNIST",
            classNames: [
                "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                "Sneaker", "Bag", "Ankle boot",
            ],
            help: folder == nil
                ? "it comes with Debian's package 'dataset-fashion-mnist': "
                    + "'sudo apt-get install dataset-fashion-mnist'"
                : "name the folder that holds the four files, or none for Debian's package")
    }
}
