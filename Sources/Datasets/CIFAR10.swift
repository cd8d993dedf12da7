public import Tensors

/// 60,000 colour pictures of 32×32 pixels in ten classes (Krizhevsky 2009).
public enum CIFAR10 {
    package static let classNames = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]
    private static let side = 32

    /// Reads the data set from a folder with its binary files, plain or `.gz`: `data_batch_1.bin` to
    /// `data_batch_5.bin` and `test_batch.bin`; names that begin with `train` and `test` are taken too.
    ///
    /// Images are uint8 `[count, 32, 32, 3]`, labels int64 `[count]`.
    /// - Throws: naming the file that is missing, cut short or damaged.
    public static func load(
        from folder: String? = nil
    ) throws(TensorError) -> (train: Dataset, test: Dataset) {
        let folder = try DataFolder.find(
            folder, ["cifar10", "cifar-10-batches-bin", "cifar10_subset"], "CIFAR-10")
        let names = try DataFolder.list(folder).filter {
            $0.hasSuffix(".bin") || $0.hasSuffix(".bin.gz")
        }
        func part(_ beginnings: [String], _ what: String) throws(TensorError) -> Dataset {
            let chosen = names.filter { name in beginnings.contains { name.hasPrefix($0) } }
            guard !chosen.isEmpty else {
                throw .file(
                    path: folder + "/" + what, problem: "no such file",
                    help: "CIFAR-10 is read from data_batch_1.bin to data_batch_5.bin and "
                        + "test_batch.bin, plain or .gz")
            }
            return try read(chosen.map { folder + "/" + $0 })
        }
        return (
            try part(["data_batch", "train"], "data_batch_1.bin"),
            try part(["test"], "test_batch.bin")
        )
    }

    /// The pictures of files in CIFAR-10's binary layout: a label byte, then the planes of red, green
    /// and blue.
    package static func read(_ paths: [String]) throws(TensorError) -> Dataset {
        let plane = side * side
        let record = 1 + 3 * plane
        var content: [UInt8] = []
        for path in paths {
            let bytes = try FileBytes.readDecompressing(path)
            guard !bytes.isEmpty, bytes.count % record == 0 else {
                throw .file(
                    path: path,
                    problem: "\(bytes.count) bytes are no whole number of records of \(record) bytes",
                    help: nil)
            }
            for start in stride(from: 0, to: bytes.count, by: record) where bytes[start] > 9 {
                throw .file(
                    path: path, problem: "record \(start / record) has the label \(bytes[start])",
                    help: "labels are 0 to 9")
            }
            content += bytes
        }
        let count = content.count / record
        let images = try Tensor.filled([count, side, side, 3], as: UInt8.self) { out in
            content.withUnsafeBufferPointer { content in
                for image in 0..<count {
                    for place in 0..<plane {
                        for channel in 0..<3 {
                            out[(image * plane + place) * 3 + channel] =
                                content[image * record + 1 + channel * plane + place]
                        }
                    }
                }
            }
        }
        return try Dataset(
            checking: images,
            labels: Checked.tensor((0..<count).map { Int(content[$0 * record]) }, shape: [count]),
            classNames: classNames)
    }
}
