/// The colours, dashes and markers that series without their own get.
struct Palette {
    let colors: [RGBA]
    let count: Int

    /// petroff6, petroff8 or petroff10, whichever is the smallest with enough colours.
    init(seriesCount: Int, colors own: [RGBA] = []) {
        count = seriesCount
        guard own.isEmpty else {
            colors = own
            return
        }
        let table =
            seriesCount <= 6
            ? ColorSequenceTables.petroff6
            : seriesCount <= 8 ? ColorSequenceTables.petroff8 : ColorSequenceTables.petroff10
        colors = table.map { RGBA($0) }
    }

    func color(_ series: Int) -> RGBA { colors[series % colors.count] }

    /// The dashes of a line: with several lines each differs from its neighbour in more than colour.
    func dash(_ series: Int, lines: Int) -> LineStyle {
        guard lines > 1 else { return .solid }
        let cycle: [LineStyle] = [.solid, .dashed, .dotted, .dashdot]
        return cycle[(series + series / colors.count) % cycle.count]
    }

    func resolve(_ color: Color?, series: Int) -> Paint {
        guard let color else { return .color(self.color(series)) }
        switch color.value {
        case .rgba(0x0000_00ff): return .text
        case .rgba(let packed): return .color(RGBA(packed >> 8, alpha: UInt8(packed & 255)))
        case .series(let index): return .color(self.color(index))
        case .unknown: return .text
        }
    }

    func resolve(_ paint: ShapePaint) -> Paint {
        switch paint {
        case .color(let color): return resolve(color, series: 0)
        case .series(let index): return resolve(nil, series: index)
        case .text: return .text
        case .muted: return .muted
        case .axis: return .axis
        case .background: return .background
        }
    }
}
