import Tensors

extension DrawContext {
    /// Above this many marks a layer is drawn as a picture, unless it is asked not to be.
    static var rasterLimit: Int { 5000 }

    func marks(_ scatter: ScatterArtist, warnings: inout [String]) throws(PlotError) -> [Mark] {
        var points: [Point] = []
        var kept: [Int] = []
        points.reserveCapacity(scatter.x.count)
        kept.reserveCapacity(scatter.x.count)
        for index in scatter.x.indices {
            let point = Point(x(scatter.x[index]), y(scatter.y[index]))
            guard point.x.isFinite, point.y.isFinite, isVisible(point) else { continue }
            points.append(point)
            kept.append(index)
        }
        let paint =
            scatter.hollow ? .background : palette.resolve(scatter.color, series: scatter.series)
        func diameter(_ area: Double) -> Double { Numerics.power(area, 0.5) * Pixels.perPoint }
        var mark = PointsMark(
            points: points, marker: scatter.marker, size: diameter(scatter.sizes.first ?? 36),
            paint: paint, opacity: scatter.opacity)
        if scatter.marker.sign == "." { mark.size *= 0.5 }
        if scatter.sizes.count > 1 { mark.sizes = kept.map { diameter(scatter.sizes[$0]) } }
        if let values = scatter.values, let limits = scatter.limits {
            let scale = try ColorScale(map: scatter.colormap, low: limits.low, high: limits.high)
            mark.colors = kept.map { scale.color(values[$0]) ?? Ink.missing }
        }
        if let edge = scatter.edge {
            mark.edge = Stroke(
                palette.resolve(edge, series: 0),
                width: (scatter.edgeWidth ?? 0.8) * Pixels.perPoint)
        } else if let width = scatter.edgeWidth, scatter.marker.isOpen {
            mark.edge = Stroke(paint, width: width * Pixels.perPoint)
        }
        let single = mark.colors.isEmpty && mark.sizes.isEmpty && mark.edge == nil
        // Opaque dots of one colour stay lines of a few bytes each up to a larger number.
        let limit =
            single && scatter.opacity > 0.999 && !scatter.marker.isOpen ? 20_000 : Self.rasterLimit
        let rasters =
            scatter.rasterize == .always
            || scatter.rasterize == .automatic && points.count > limit
        guard rasters else { return [.points(mark)] }
        if scatter.rasterize == .automatic {
            warnings.append(
                "layer rasterised: \(NumberText.short(Double(points.count), digits: 6)) points")
        }
        return [PointCanvas.picture(mark, box: box)]
    }
}
