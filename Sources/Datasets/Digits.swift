public import Tensors

/// Handwritten digits, 8×8 pixels: the small data set that comes with the library.
///
///     let digits = try Digits.load()
///     digits.images      // [1797, 8, 8], float32, 0 to 16
///     digits.labels      // [1797], int64
///
/// The values and their order are those of scikit-learn's `load_digits`.
public enum Digits {
    /// All 1797 images with their labels.
    ///
    /// - Throws: when there is no memory for them.
    public static func load() throws(TensorError) -> Dataset {
        let count = 1797
        let content: [UInt8]
        do throws(GzipError) {
            content = try Gzip.inflate(PackageResources.digits_bin, limit: count * 65)
        } catch {
            throw .format(name: "digits", problem: error.description, help: nil)
        }
        guard content.count == count * 65 else {
            throw .format(name: "digits", problem: "\(content.count) bytes", help: nil)
        }
        let labels = try Tensor.filled([count], as: Int64.self) { out in
            for i in 0..<count { out[i] = Int64(content[i]) }
        }
        let images = try Tensor.filled([count, 8, 8], as: Float.self) { out in
            for i in 0..<(count * 64) { out[i] = Float(content[count + i]) }
        }
        return try Dataset(
            checking: images, labels: labels, classNames: (0...9).map { String($0) })
    }
}
