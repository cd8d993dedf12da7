public import Tensors

/// Photographs that come with the library.
public enum Photographs {
    /// A man with a camera on a lawn (Lav Varshney, public domain): uint8 `[256, 256]`, grey.
    ///
    /// - Throws: when there is no memory for it.
    public static func camera() throws(TensorError) -> Tensor {
        let image: PNGImage
        do throws(PNGError) {
            image = try PNGImage(png: PackageResources.camera_png)
        } catch {
            throw .format(name: "camera", problem: "\(error)", help: nil)
        }
        return try Tensor.filled([image.height, image.width], as: UInt8.self) { out in
            for (place, pixel) in image.pixels.enumerated() { out[place] = pixel }
        }
    }
}
