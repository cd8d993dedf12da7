/// The colours of everything that is not data, in light and in dark.
///
/// They are written with six digits, data colours with three where possible, so that the rules of the
/// dark style, which select by the attribute's text, find them and nothing else.
enum Ink {
    static let onLight = RGBA(0x111111)
    static let onDark = RGBA(0xffffff)

    static let background = RGBA(0xffffff)
    static let text = RGBA(0x1f2329)
    static let muted = RGBA(0x4b525c)
    static let axis = RGBA(0x8a929c)
    static let grid = RGBA(0xe7e9ec)
    static let right = RGBA(0x1a7f37)
    static let wrong = RGBA(0xc4232b)
    /// What NaN cells and missing values are drawn with.
    static let missing = RGBA(0xdcdfe3)
}

/// What a mark is painted with: a colour of the data, or a role that has a dark form.
package enum Paint: Sendable, Hashable {
    case color(RGBA)
    case background, text, muted, axis, grid, right, wrong

    var rgba: RGBA {
        switch self {
        case .color(let color): return color
        case .background: return Ink.background
        case .text: return Ink.text
        case .muted: return Ink.muted
        case .axis: return Ink.axis
        case .grid: return Ink.grid
        case .right: return Ink.right
        case .wrong: return Ink.wrong
        }
    }

    /// The colour on a dark page; nil for data, which decides by its own contrast.
    var dark: UInt32? {
        switch self {
        case .color: return nil
        case .background: return 0x14171c
        case .text: return 0xe6e9ed
        case .muted: return 0xb4bac3
        case .axis: return 0x6d7580
        case .grid: return 0x2a2f36
        case .right: return 0x4cc46c
        case .wrong: return 0xff7b78
        }
    }

    static let roles: [Paint] = [.background, .text, .muted, .axis, .grid, .right, .wrong]
}
