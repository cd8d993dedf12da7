import Tensors
import Testing

@Suite struct TensorThumbnailTests {
    @Test func `pictures are shown, matrices are not`() throws {
        #expect(TensorThumbnail(Tensor.zeros(16, 16, 3, dtype: .uint8)) != nil)
        #expect(TensorThumbnail(Tensor.zeros(16, 16, dtype: .uint8)) != nil)
        #expect(TensorThumbnail(Tensor.full(16, 16, 3, value: 0.5)) != nil)
        #expect(TensorThumbnail(Tensor.full(16, 16, 3, value: 1.5)) == nil)
        #expect(TensorThumbnail(Tensor.zeros(16, 16)) == nil)
        #expect(TensorThumbnail(Tensor.zeros(3, 3, 3, dtype: .uint8)) == nil)
    }

    @Test func `what is shown has the numbers and a small picture`() throws {
        let thumbnail = try #require(TensorThumbnail(Tensor.zeros(2000, 1000, 3, dtype: .uint8)))
        let bundle = try thumbnail.displayBundle()
        #expect(bundle.text.hasPrefix("[[[0 0 0]"))
        guard case .text(let html)? = bundle["text/html"] else {
            Issue.record("there is no HTML")
            return
        }
        #expect(html.contains("<img alt=\"uint8 [2000, 1000, 3]\" width=\"125\" height=\"250\" src=\"data:image/png;base64,"))
        guard case .data(let bytes)? = bundle["image/png"] else {
            Issue.record("there is no picture")
            return
        }
        let image = try PNGImage(png: bytes)
        #expect(image.height == 250 && image.width == 125 && image.channels == 3)
    }
}
