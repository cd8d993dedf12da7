public import Tensors

/// Pictures in folders: PNG files by class, or with masks.
public enum ImageFolder {
    /// The pictures of a folder with a folder for each class: uint8 images `[count, height, width,
    /// channels]`, int64 labels, classes in the order of their names.
    ///
    /// - Parameters:
    ///   - size: height and width that all pictures get (bilinear); without it all must be equal.
    ///   - channels: 1 for grey, 3 for colours, 4 with transparency; 0 for what the first file has.
    /// - Throws: naming the file that cannot be read or does not fit.
    public static func load(
        _ folder: String, size: [Int]? = nil, channels: Int = 0
    ) throws(TensorError) -> Dataset {
        let classes = try DataFolder.list(folder).filter { DataFolder.isFolder(folder + "/" + $0) }
        var paths: [String] = []
        var labels: [Int] = []
        for (label, name) in classes.enumerated() {
            for path in try files(in: folder + "/" + name) {
                paths.append(path)
                labels.append(label)
            }
        }
        guard !paths.isEmpty else {
            throw .file(
                path: folder, problem: "there are no folders of PNG files in it",
                help: "pictures of one class lie in one folder; 'ImageFolder.images(_:)' reads a "
                    + "folder without classes")
        }
        return try Dataset(
            checking: read(paths, size, channels),
            labels: Checked.tensor(labels, shape: [labels.count]), classNames: classes)
    }

    /// The PNG files of one folder, in the order of their names: uint8 `[count, height, width, channels]`.
    ///
    /// - Throws: naming the file that cannot be read or does not fit.
    public static func images(
        _ folder: String, prefix: String = "", size: [Int]? = nil, channels: Int = 0
    ) throws(TensorError) -> Tensor {
        let paths = try files(in: folder, prefix)
        guard !paths.isEmpty else {
            throw .file(
                path: folder,
                problem: "there are no PNG files in it"
                    + (prefix.isEmpty ? "" : " whose names begin with '\(prefix)'"), help: nil)
        }
        return try read(paths, size, channels)
    }

    /// Pictures with their masks as features and labels: `images` and `masks` are folders with equally
    /// many files, paired by the order of their names; or one folder, where the names begin with
    /// `image` and `mask`.
    ///
    /// Masks are uint8 `[count, height, width, 1]`, resized to the nearest pixel so that no new classes
    /// come about.
    /// - Throws: naming the file that cannot be read, or the numbers that differ.
    public static func masked(
        images: String, masks: String? = nil, imagePrefix: String = "", maskPrefix: String = "",
        size: [Int]? = nil, channels: Int = 0
    ) throws(TensorError) -> Dataset {
        let isOne = masks == nil || masks == images
        let pictures = try files(in: images, isOne && imagePrefix.isEmpty ? "image" : imagePrefix)
        let answers = try files(
            in: masks ?? images, isOne && maskPrefix.isEmpty ? "mask" : maskPrefix)
        guard pictures.count == answers.count, !pictures.isEmpty else {
            throw .file(
                path: images,
                problem: "\(pictures.count) pictures and \(answers.count) masks do not pair",
                help: "each picture needs one mask, paired by the order of the names")
        }
        return try Dataset(
            checking: read(pictures, size, channels),
            labels: read(answers, size, 1, interpolation: .nearest))
    }

    private static func files(
        in folder: String, _ prefix: String = ""
    ) throws(TensorError) -> [String] {
        try DataFolder.list(folder)
            .filter { $0.hasPrefix(prefix) && $0.lowercased().hasSuffix(".png") }
            .map { folder + "/" + $0 }
    }

    private static func read(
        _ paths: [String], _ size: [Int]?, _ channels: Int,
        interpolation: Interpolation = .bilinear
    ) throws(TensorError) -> Tensor {
        guard [0, 1, 3, 4].contains(channels) else {
            throw .domain(
                operation: "ImageFolder", problem: "\(channels) channels cannot be given",
                help: "1 is grey, 3 are colours, 4 with transparency, 0 what the first file has")
        }
        if let size {
            guard size.count == 2, size.allSatisfy({ $0 > 0 }) else {
                throw .domain(
                    operation: "ImageFolder", problem: "a size is [height, width], given \(size)",
                    help: nil)
            }
        }
        let progress = LoadingProgress("pictures", total: paths.count)
        var rows: [Tensor] = []
        var wanted = channels
        for (done, path) in paths.enumerated() {
            try Interruption.check()
            let image = try decode(path)
            if wanted == 0 { wanted = image.channels == 2 ? 1 : image.channels }
            var tensor = try pixels(image, wanted)
            if let size, tensor.shape[0] != size[0] || tensor.shape[1] != size[1] {
                tensor = try resized(tensor, size, interpolation)
            }
            if let first = rows.first, first.shape != tensor.shape {
                throw .file(
                    path: path,
                    problem: "it is \(tensor.shape), '\(paths[0])' is \(first.shape)",
                    help: "'size: [height, width]' makes all pictures equal")
            }
            rows.append(tensor)
            progress.advance(to: done + 1)
        }
        return try Tensor.stackingRows(rows)
    }

    private static func decode(_ path: String) throws(TensorError) -> PNGImage {
        let bytes = try FileBytes.read(path)
        do throws(PNGError) {
            return try PNGImage(png: bytes)
        } catch {
            throw .file(path: path, problem: "\(error)", help: nil)
        }
    }

    /// The pixels with another number of channels.
    private static func pixels(_ image: PNGImage, _ channels: Int) throws(TensorError) -> Tensor {
        let area = image.width * image.height
        let has = image.channels
        return try Tensor.filled([image.height, image.width, channels], as: UInt8.self) { out in
            image.pixels.withUnsafeBufferPointer { pixels in
                for place in 0..<area {
                    let from = place * has
                    let isColor = has >= 3
                    for channel in 0..<channels {
                        let value: UInt8
                        if channel == 3 {
                            value = has == 2 || has == 4 ? pixels[from + has - 1] : 255
                        } else if isColor, channels == 1 {
                            // The luminance of ITU-R BT.601.
                            let sum = 299 * Int(pixels[from]) + 587 * Int(pixels[from + 1])
                                + 114 * Int(pixels[from + 2])
                            value = UInt8((sum + 500) / 1000)
                        } else {
                            value = pixels[from + (isColor ? channel : 0)]
                        }
                        out[place * channels + channel] = value
                    }
                }
            }
        }
    }

    private static func resized(
        _ image: Tensor, _ size: [Int], _ interpolation: Interpolation
    ) throws(TensorError) -> Tensor {
        let floats = try Checked.asType(image, .float32)
        let result = try Checked.resized2D(
            floats, size: Pair(size, "size", "ImageFolder"), interpolation: interpolation)
        return try Checked.asType(Checked.round(Checked.clipped(result, min: 0, max: 255)), .uint8)
    }
}
