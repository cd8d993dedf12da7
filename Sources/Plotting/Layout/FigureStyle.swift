/// How figures look: `.light` (the default, which turns dark with the page), `.dark`, `.print`, or one of
/// one's own.
///
/// ```swift
/// plot(x, y).style(FigureStyle(textSize: 10, lineWidth: 1, colors: ["#00429d", "#93003a"]))
/// setPlotStyle(.print)
/// ```
public struct FigureStyle: Sendable, Hashable, ExpressibleByStringLiteral {
    /// `light`, `dark`, `print` or `custom`; an unknown name is an error when a figure is drawn.
    public var name: String
    /// The size of the axes' names in points; the other texts keep their proportion to it.
    public var textSize: Double?
    /// The width of lines in points.
    public var lineWidth: Double?
    /// The colours of series in their order, in place of the colour-blind safe ones.
    public var colors: [Color]
    public var background: Color?
    /// The colour of text, and mixed with the background of axes and grid.
    public var text: Color?
    /// Whether lines run across the axes at the ticks; nil leaves it to the kind.
    public var grid: Bool?
    /// Whether numbers have a comma before their decimals: 0,5.
    public var decimalComma: Bool

    public init(
        textSize: Double? = nil, lineWidth: Double? = nil, colors: [Color] = [],
        background: Color? = nil,
        text: Color? = nil, grid: Bool? = nil, decimalComma: Bool = false
    ) {
        name = background == nil && text == nil ? "light" : "custom"
        self.textSize = textSize
        self.lineWidth = lineWidth
        self.colors = colors
        self.background = background
        self.text = text
        self.grid = grid
        self.decimalComma = decimalComma
    }

    public init(stringLiteral name: String) {
        self.init()
        self.name = name
    }

    /// White, and dark on a page that asks for it.
    public static let light: FigureStyle = "light"
    /// Dark wherever it is shown.
    public static let dark: FigureStyle = "dark"
    /// For paper: black on white, thin lines, no dark form.
    public static let print: FigureStyle = "print"

    static let known = ["light", "dark", "print", "custom"]

    /// The same style with a comma before decimals.
    public var withDecimalComma: FigureStyle {
        var style = self
        style.decimalComma = true
        return style
    }

    func validated() throws(PlotError) -> FigureStyle {
        guard Self.known.contains(name) else {
            throw .unknownName(what: "style", given: name, known: Array(Self.known.dropLast()))
        }
        if let textSize, !(textSize >= 4 && textSize <= 60) {
            throw .badValue(what: "textSize", given: "\(textSize)", expected: "points from 4 to 60")
        }
        _ = try Validate.size(lineWidth, "lineWidth")
        for color in colors + [background, text].compactMap({ $0 }) { _ = try color.validated() }
        return self
    }

    /// The sizes that the layout works with.
    var sizes: Style {
        var style = Style()
        if name == "print" {
            style.lineWidth = 1.2 * Pixels.perPoint
            style.hairline = 0.8
        }
        if let lineWidth { style.lineWidth = lineWidth * Pixels.perPoint }
        if let textSize { style = style.scaled(textSize * Pixels.perPoint / style.label) }
        style.showsGrid = grid
        style.colors = colors.compactMap { color in
            guard case .rgba(let packed) = color.value else { return nil }
            return RGBA(packed >> 8, alpha: UInt8(packed & 255))
        }
        style.decimalComma = decimalComma
        return style
    }

    /// The colours of all that is not data.
    var theme: Theme {
        func rgba(_ color: Color?) -> RGBA? {
            guard case .rgba(let packed)? = color?.value else { return nil }
            return RGBA(packed >> 8)
        }
        switch name {
        case "dark": return .dark
        case "print": return .print
        default:
            guard background != nil || text != nil else { return .light }
            return Theme(background: rgba(background) ?? Ink.background, text: rgba(text))
        }
    }
}

/// How wide a figure is on paper: `.column` (85 mm), `.page` (175 mm), `.slide` (10 inches).
public struct FigureWidth: Sendable, Hashable, ExpressibleByStringLiteral {
    public var name: String

    public init(stringLiteral name: String) { self.name = name }

    public static let column: FigureWidth = "column"
    public static let page: FigureWidth = "page"
    public static let slide: FigureWidth = "slide"

    /// The size asked for, or that of a width.
    static func inches(
        _ size: (Double, Double)?, _ width: FigureWidth?
    ) throws(PlotError) -> (Double, Double)? {
        if let size { return size }
        guard let width else { return nil }
        return try width.inches()
    }

    /// Width and height in inches.
    func inches() throws(PlotError) -> (Double, Double) {
        switch name {
        case "column": return (3.35, 2.4)
        case "page": return (6.89, 3.9)
        case "slide": return (10, 5.6)
        default: throw .unknownName(what: "width", given: name, known: ["column", "page", "slide"])
        }
    }
}

/// The colour of each role on the page.
struct Theme: Sendable {
    var background: RGBA
    var text: RGBA
    var muted: RGBA
    var axis: RGBA
    var grid: RGBA
    var right: RGBA
    var wrong: RGBA
    /// Whether a page that asks for dark gets the dark colours.
    var turnsDark: Bool

    static let light = Theme(turnsDark: true) { $0.rgba }
    static let dark = Theme(turnsDark: false) { RGBA($0.dark ?? 0) }
    static let print: Theme = {
        var theme = Theme(turnsDark: false) { $0.rgba }
        theme.text = RGBA(0)
        theme.muted = RGBA(0)
        theme.axis = RGBA(0x222222)
        theme.grid = RGBA(0xdddddd)
        return theme
    }()

    private init(turnsDark: Bool, _ color: (Paint) -> RGBA) {
        background = color(.background)
        text = color(.text)
        muted = color(.muted)
        axis = color(.axis)
        grid = color(.grid)
        right = color(.right)
        wrong = color(.wrong)
        self.turnsDark = turnsDark
    }

    /// A page of that colour: text that can be read on it, axes and grid between both.
    init(background: RGBA, text: RGBA?) {
        self = background.luminance > 0.2 ? .light : .dark
        turnsDark = false
        self.background = background
        let ink = text ?? self.text
        self.text = ink
        muted = ink.mixed(with: background, 0.2)
        axis = ink.mixed(with: background, 0.5)
        grid = ink.mixed(with: background, 0.88)
    }

    func color(of paint: Paint) -> RGBA {
        switch paint {
        case .color(let color): return color
        case .background: return background
        case .text: return text
        case .muted: return muted
        case .axis: return axis
        case .grid: return grid
        case .right: return right
        case .wrong: return wrong
        }
    }
}
