internal import FoundationEssentials

/// A tensor that looks like a picture, shown as one beside its numbers.
package struct TensorThumbnail: RichDisplayable {
    /// The longest side of what is shown.
    private static let longest = 256

    private let tensor: Tensor
    private let image: PNGImage

    /// nil unless the tensor is a picture: uint8 [height, width] or [height, width, 1, 3 or 4], or
    /// floating point [height, width, 3 or 4] from 0 to 1; at least 8 pixels high and wide.
    ///
    /// Only the pixels that are shown are read.
    package init?(_ tensor: Tensor) {
        let s = tensor.shape
        guard tensor.rank == 2 || tensor.rank == 3, s[0] >= 8, s[1] >= 8 else { return nil }
        let channels = tensor.rank == 3 ? s[2] : 1
        let isPicture =
            tensor.dtype == .uint8
            ? [1, 3, 4].contains(channels)
            : tensor.dtype.isFloatingPoint && tensor.rank == 3 && [3, 4].contains(channels)
        guard isPicture else { return nil }
        let step = Swift.max(1, (Swift.max(s[0], s[1]) + Self.longest - 1) / Self.longest)
        guard
            let part = try? Checked.subscript(
                Checked.stopGradient(tensor),
                [.slice(from: nil, to: nil, by: step), .slice(from: nil, to: nil, by: step)])
        else { return nil }
        if tensor.dtype.isFloatingPoint {
            guard let least = try? Checked.item(Checked.min(part)),
                let greatest = try? Checked.item(Checked.max(part)), least >= 0, greatest <= 1
            else { return nil }
        }
        guard let image = try? Checked.image(part) else { return nil }
        self.tensor = tensor
        self.image = image
    }

    /// The numbers as text, the picture as PNG (small ones enlarged), and as HTML the picture with
    /// its shape and element type below.
    package func displayBundle() throws -> DisplayBundle {
        let scale = Swift.max(1, 128 / Swift.max(image.width, image.height))
        let png = PNGEncoder(scale: scale).encode(image)
        let caption = "\(tensor.dtype) [\(tensor.shape.map(String.init).joined(separator: ", "))]"
        let html =
            "<figure style=\"margin: 0\"><img alt=\"\(caption)\" width=\"\(image.width * scale)\" "
            + "height=\"\(image.height * scale)\" src=\"data:image/png;base64,\(Data(png).base64EncodedString())\">"
            + "<figcaption><small>\(caption)</small></figcaption></figure>"
        return DisplayBundle(text: tensor.description)
            .adding("text/html", .text(html)).adding("image/png", .data(png))
    }
}
