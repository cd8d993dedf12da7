/// Pictures of one size, one after the other.
struct ImageStack {
    var content: ImageGridArtist.Content
    let count: Int
    let rows: Int
    let columns: Int

    /// [n, rows, columns], with 1, 3 or 4 channels at the end; one picture without n.
    init(
        _ images: any PlotData, _ what: String, colormap: Colormap, vmin: Double?, vmax: Double?
    ) throws(PlotError) {
        let array = try images.plotArray()
        if let name = array.categories?.first { throw .notNumbers(what: what, example: name) }
        var shape = array.shape
        if shape.count == 4, shape[3] == 1 { shape.removeLast() }
        if shape.count == 2 { shape = [1] + shape }
        let isColor = shape.count == 4 && (shape[3] == 3 || shape[3] == 4)
        guard shape.count == 3 || isColor, shape.allSatisfy({ $0 > 0 }) else {
            throw .shape(
                what: what,
                expected: "[n, rows, columns] or [n, rows, columns, 1, 3 or 4 channels]",
                given: array.shape)
        }
        (count, rows, columns) = (shape[0], shape[1], shape[2])
        if isColor {
            let scale = array.isInteger ? 1.0 : 255.0
            content = .pixels(
                array.values.map { UInt8(max(0, min(255, $0.isNaN ? 0 : $0 * scale + 0.5))) },
                channels: shape[3])
        } else {
            _ = try colormap.colors()
            let limits = Numerics.extent(array.values) ?? (0, 1)
            content = .values(
                array.values, colormap, low: vmin ?? limits.low, high: vmax ?? limits.high)
        }
    }

    /// The pictures of those numbers, in their order.
    func picked(_ indices: [Int]) -> ImageStack {
        var result = self
        let size = rows * columns
        switch content {
        case .values(let values, let map, let low, let high):
            result.content = .values(
                indices.flatMap { values[($0 * size)..<(($0 + 1) * size)] }, map, low: low,
                high: high)
        case .pixels(let bytes, let channels):
            let length = size * channels
            result.content = .pixels(
                indices.flatMap { bytes[($0 * length)..<(($0 + 1) * length)] }, channels: channels)
        }
        return result
    }
}
