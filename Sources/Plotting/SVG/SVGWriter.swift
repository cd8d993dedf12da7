/// Writes a scene as SVG.
///
/// Presentation attributes only; one `<style>` that holds nothing but the dark form; ids that begin
/// with a hash of the content; the same bytes for the same scene.
struct SVGWriter {
    var out: ByteBuffer
    /// Where ids stand, to be filled in when the content's hash is known.
    private var idPlaces: [Int] = []
    private var clips: [Rect] = []
    private var symbols = 0
    /// Data colours that are hard to see on a dark page.
    private var dimColors: [UInt32] = []
    private var theme = Theme.light
    /// Whether groups and texts for the pointer are written.
    var isInteractive = false
    /// The fonts of text that is written as outlines, and the characters that have been.
    var fonts: OutlineFonts?
    var glyphs: [Glyph: Int] = [:]
    var roles: [Int] = []

    static func svg(_ scene: Scene, interactive: Bool = false, fonts: OutlineFonts? = nil) -> String {
        var writer = SVGWriter()
        writer.fonts = fonts
        writer.isInteractive = interactive
        writer.theme = scene.theme
        return writer.write(scene)
    }

    private init() { out = ByteBuffer(capacity: 16_384) }

    private mutating func write(_ scene: Scene) -> String {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" as StaticString)
        id()
        out.append("\" width=\"" as StaticString)
        out.append(scene.width)
        out.append("\" height=\"" as StaticString)
        out.append(scene.height)
        out.append("\" viewBox=\"0 0 " as StaticString)
        out.append(scene.width)
        out.append(byte: 32)
        out.append(scene.height)
        out.append(
            "\" role=\"img\" font-family=\"DejaVu Sans,Verdana,sans-serif\">\n<title>"
                as StaticString)
        out.append(escaped: scene.title)
        out.append("</title>\n<desc>" as StaticString)
        out.append(escaped: scene.summary)
        out.append("</desc>\n" as StaticString)
        let stylePlace = out.bytes.count
        for mark in scene.marks { write(mark) }
        out.append("</svg>\n" as StaticString)

        // The style needs the colours that were used, so it is written last and put in its place.
        let style = darkStyle()
        let hash = Self.hash(out.bytes)
        for place in idPlaces { out.replace(at: place, with: hash) }
        var bytes = out.bytes
        let rules = (theme.turnsDark ? style.replacing(hash) : "") + pointerStyle(hash)
        bytes.insert(contentsOf: Array(rules.utf8), at: stylePlace)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// FNV-1a of the bytes, as eight hexadecimal digits.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The id of the figure: a letter and the hash.
    mutating func id() {
        out.append("v" as StaticString)
        idPlaces.append(out.bytes.count)
        out.append("00000000" as StaticString)
    }

    private struct Style {
        var rules: [String]
        func replacing(_ hash: String) -> String {
            let body = rules.map { "#v\(hash) \($0)" }.joined()
            return "<style>@media(prefers-color-scheme:dark){" + body + "}</style>\n"
        }
    }

    private func darkStyle() -> Style {
        var rules: [String] = []
        func rule(_ light: String, _ dark: String) {
            rules.append("[fill=\"\(light)\"]{fill:\(dark)}")
            rules.append("[stroke=\"\(light)\"]{stroke:\(dark)}")
        }
        for role in Paint.roles {
            guard let dark = role.dark else { continue }
            rule(Self.sixDigits(role.rgba), Self.sixDigits(RGBA(dark)))
        }
        for packed in dimColors {
            let color = RGBA(packed)
            var lighter = color
            var share = 0.0
            while lighter.luminance < 0.16, share < 1 {
                share += 0.05
                lighter = color.mixed(with: RGBA(0xffffff), share)
            }
            rule(Self.changing(color), Self.hexadecimal(lighter))
        }
        return Style(rules: rules)
    }

    private static func sixDigits(_ color: RGBA) -> String {
        let digits = String(color.packed >> 8, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The shortest spelling: three digits where they say the same.
    private static func hexadecimal(_ color: RGBA) -> String {
        let six = Array(sixDigits(color))
        guard six[1] == six[2], six[3] == six[4], six[5] == six[6] else { return String(six) }
        return String([six[0], six[1], six[3], six[5]])
    }

    private func text(of paint: Paint, noting: Bool) -> String {
        guard case .color(let color) = paint else { return Self.sixDigits(theme.color(of: paint)) }
        return noting && Self.isDim(color) ? Self.changing(color) : Self.hexadecimal(color)
    }

    /// A spelling that only colours have that change on a dark page: the same colour may also stand
    /// in a colour map, which stays as it is, and the rules select by the attribute's text.
    private static func changing(_ color: RGBA) -> String {
        let six = sixDigits(color)
        if hexadecimal(color) != six { return six }
        if six.uppercased() != six { return six.uppercased() }
        let rgb = color.packed >> 8
        return "rgb(\(rgb >> 16),\(rgb >> 8 & 255),\(rgb & 255))"
    }

    private static func isDim(_ color: RGBA) -> Bool { color.luminance < 0.1 }

    /// Notes colours of lines and points that a dark page would swallow.
    private mutating func note(_ paint: Paint) {
        guard case .color(let color) = paint, Self.isDim(color) else { return }
        let rgb = color.packed >> 8
        if !dimColors.contains(rgb), dimColors.count < 24 { dimColors.append(rgb) }
    }

    private mutating func opacity(_ name: StaticString, _ paint: Paint, _ opacity: Double) {
        let value = Double(paint.rgba.alpha) / 255 * opacity
        guard value < 0.999 else { return }
        out.append(name)
        out.append(value)
        out.append("\"" as StaticString)
    }

    mutating func attributes(_ fill: Fill?, noting: Bool = true) {
        guard let fill, fill.paint.rgba.alpha > 0 else {
            out.append(" fill=\"none\"" as StaticString)
            return
        }
        if noting { note(fill.paint) }
        out.append(" fill=\"" as StaticString)
        out.append(text(of: fill.paint, noting: noting))
        out.append("\"" as StaticString)
        opacity(" fill-opacity=\"", fill.paint, fill.opacity)
    }

    private mutating func attributes(_ stroke: Stroke?, noting: Bool = true) {
        guard let stroke, stroke.width > 0, stroke.paint.rgba.alpha > 0 else { return }
        if noting { note(stroke.paint) }
        out.append(" stroke=\"" as StaticString)
        out.append(text(of: stroke.paint, noting: noting))
        out.append("\"" as StaticString)
        if stroke.width != 1 {
            out.append(" stroke-width=\"" as StaticString)
            out.append(stroke.width)
            out.append("\"" as StaticString)
        }
        if !stroke.dash.isEmpty {
            out.append(" stroke-dasharray=\"" as StaticString)
            for (index, length) in stroke.dash.enumerated() {
                if index > 0 { out.append(byte: 32) }
                out.append(length, decimals: 1)
            }
            out.append("\"" as StaticString)
        }
        if stroke.roundCaps {
            out.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"" as StaticString)
        }
        opacity(" stroke-opacity=\"", stroke.paint, stroke.opacity)
    }

    mutating func write(_ mark: Mark) {
        switch mark {
        case .rect(let rect, let fill, let stroke, let radius):
            out.append("<rect" as StaticString)
            attribute(" x=\"", rect.x)
            attribute(" y=\"", rect.y)
            attribute(" width=\"", max(0, rect.width))
            attribute(" height=\"", max(0, rect.height))
            if radius > 0 { attribute(" rx=\"", radius) }
            attributes(fill)
            attributes(stroke)
            out.append("/>\n" as StaticString)
        case .path(let path): write(path)
        case .points(let points): write(points)
        case .text(let text): write(text)
        case .picture(let picture): write(picture)
        case .clipped(let rect, let marks): write(marks, clippedTo: rect)
        case .group(let role, let marks): write(marks, of: role)
        case .hit(let rect, let text): write(hit: text, rect)
        case .frame(let time, let marks): write(marks, during: time)
        }
    }

    mutating func attribute(_ name: StaticString, _ value: Double) {
        out.append(name)
        out.append(value)
        out.append("\"" as StaticString)
    }

    private mutating func write(_ marks: [Mark], clippedTo rect: Rect) {
        guard !marks.isEmpty else { return }
        let number: Int
        if let known = clips.firstIndex(of: rect) {
            number = known
        } else {
            number = clips.count
            clips.append(rect)
            out.append("<clipPath id=\"" as StaticString)
            id()
            out.append("c" as StaticString)
            out.append(integer: number)
            out.append("\"><rect" as StaticString)
            attribute(" x=\"", rect.x)
            attribute(" y=\"", rect.y)
            attribute(" width=\"", rect.width)
            attribute(" height=\"", rect.height)
            out.append("/></clipPath>\n" as StaticString)
        }
        out.append("<g clip-path=\"url(#" as StaticString)
        id()
        out.append("c" as StaticString)
        out.append(integer: number)
        out.append(")\">\n" as StaticString)
        for mark in marks { write(mark) }
        out.append("</g>\n" as StaticString)
    }

    private mutating func write(_ path: PathMark) {
        guard path.points.count > 1 else { return }
        out.append("<path d=\"" as StaticString)
        data(path)
        out.append("\"" as StaticString)
        attributes(path.fill, noting: !path.keepsColor)
        attributes(path.stroke, noting: !path.keepsColor)
        if path.crisp { out.append(" shape-rendering=\"crispEdges\"" as StaticString) }
        if let tooltip = path.tooltip {
            out.append("><title>" as StaticString)
            out.append(escaped: tooltip)
            out.append("</title></path>\n" as StaticString)
        } else {
            out.append("/>\n" as StaticString)
        }
    }

    /// Runs as relative lines between rounded places, so that rounding does not add up.
    private mutating func data(_ path: PathMark) {
        let decimals = path.decimals
        for (run, start) in path.starts.enumerated() {
            let end = run + 1 < path.starts.count ? path.starts[run + 1] : path.points.count
            guard end > start else { continue }
            var x = ByteBuffer.scaled(path.points[start].x, decimals)
            var y = ByteBuffer.scaled(path.points[start].y, decimals)
            out.append(byte: UInt8(ascii: "M"))
            pair(x, y, decimals)
            var command: UInt8 = 0
            for index in (start + 1)..<max(end, start + 1) {
                let nextX = ByteBuffer.scaled(path.points[index].x, decimals)
                let nextY = ByteBuffer.scaled(path.points[index].y, decimals)
                let (dx, dy) = (nextX - x, nextY - y)
                (x, y) = (nextX, nextY)
                if dx == 0, dy == 0, end - start > 2 { continue }
                if dy == 0 {
                    out.append(byte: UInt8(ascii: "h"))
                    out.append(scaled: dx, decimals: decimals)
                    command = 0
                } else if dx == 0 {
                    out.append(byte: UInt8(ascii: "v"))
                    out.append(scaled: dy, decimals: decimals)
                    command = 0
                } else {
                    if command != UInt8(ascii: "l") {
                        out.append(byte: UInt8(ascii: "l"))
                        command = UInt8(ascii: "l")
                    } else if dx > 0 {
                        out.append(byte: 32)
                    }
                    pair(dx, dy, decimals)
                }
            }
            if path.closed { out.append(byte: UInt8(ascii: "z")) }
        }
    }

    mutating func pair(_ x: Int, _ y: Int, _ decimals: Int) {
        out.append(scaled: x, decimals: decimals)
        if y >= 0 { out.append(byte: 32) }
        out.append(scaled: y, decimals: decimals)
    }

    private mutating func write(_ text: TextMark) {
        guard !text.text.isEmpty, !writeOutlines(text) else { return }
        out.append("<text" as StaticString)
        if text.rotation == 0 {
            attribute(" x=\"", text.at.x)
            attribute(" y=\"", text.at.y)
        } else {
            out.append(" transform=\"translate(" as StaticString)
            out.append(text.at.x)
            out.append(byte: 32)
            out.append(text.at.y)
            out.append(")rotate(" as StaticString)
            out.append(-text.rotation)
            out.append(")\"" as StaticString)
        }
        attribute(" font-size=\"", text.size)
        switch text.anchor {
        case .start: break
        case .middle: out.append(" text-anchor=\"middle\"" as StaticString)
        case .end: out.append(" text-anchor=\"end\"" as StaticString)
        }
        switch text.face {
        case .regular: break
        case .bold: out.append(" font-weight=\"bold\"" as StaticString)
        case .mono:
            out.append(" font-family=\"DejaVu Sans Mono,Consolas,monospace\"" as StaticString)
        }
        attributes(Fill(text.paint), noting: !text.isData)
        out.append(">" as StaticString)
        if let full = text.full {
            out.append("<title>" as StaticString)
            out.append(escaped: TextMarkup.plain(full))
            out.append("</title>" as StaticString)
        }
        runs(text.text, size: text.size)
        out.append("</text>\n" as StaticString)
    }

    /// Text with its lowered and raised parts as spans of their own.
    private mutating func runs(_ text: String, size: Double) {
        guard text.unicodeScalars.contains(where: TextMarkup.isMark) else {
            return out.append(escaped: text)
        }
        var part = String.UnicodeScalarView()
        // Where the base line of the part is to be, and where the last part left it.
        var wanted = 0.0
        var current = 0.0
        func flush(_ out: inout ByteBuffer) {
            guard !part.isEmpty else { return }
            let isPlain = wanted == 0 && current == 0
            if !isPlain {
                out.append("<tspan dy=\"" as StaticString)
                out.append(wanted - current)
                if wanted != 0 {
                    out.append("\" font-size=\"" as StaticString)
                    out.append(size * TextMarkup.size)
                }
                out.append("\">" as StaticString)
            }
            out.append(escaped: String(part))
            if !isPlain { out.append("</tspan>" as StaticString) }
            current = wanted
            part = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            guard TextMarkup.isMark(scalar) else {
                part.append(scalar)
                continue
            }
            flush(&out)
            switch scalar {
            case TextMarkup.lower: wanted = size * TextMarkup.drop
            case TextMarkup.raise: wanted = -size * TextMarkup.rise
            default: wanted = 0
            }
        }
        flush(&out)
    }

    private mutating func write(_ picture: PictureMark) {
        out.append("<image" as StaticString)
        attribute(" x=\"", picture.rect.x)
        attribute(" y=\"", picture.rect.y)
        attribute(" width=\"", picture.rect.width)
        attribute(" height=\"", picture.rect.height)
        out.append(" preserveAspectRatio=\"none\"" as StaticString)
        if picture.crisp { out.append(" image-rendering=\"pixelated\"" as StaticString) }
        if picture.opacity < 0.999 { attribute(" opacity=\"", picture.opacity) }
        out.append(" href=\"data:image/png;base64," as StaticString)
        out.append(base64: picture.png)
        out.append("\"/>\n" as StaticString)
    }

    private mutating func write(_ mark: PointsMark) {
        guard !mark.points.isEmpty else { return }
        let isDot = ["o", ".", ","].contains(mark.marker.sign)
        let square = mark.marker.sign == ","
        let plainSize = mark.sizes.isEmpty
        let translucent = mark.opacity * Double(mark.paint.rgba.alpha) / 255 < 0.999
        let edged = mark.edge != nil
        if isDot, plainSize, !edged {
            // A dot is a line of no length with round caps: the shortest there is in SVG.
            out.append(translucent || !mark.colors.isEmpty ? "<g" : "<path")
            out.append(" fill=\"none\" stroke-linecap=\"" as StaticString)
            out.append(square ? "square" : "round")
            out.append("\"" as StaticString)
            attributes(Stroke(mark.paint, width: mark.size, opacity: mark.opacity))
            if !translucent, mark.colors.isEmpty {
                out.append(" d=\"" as StaticString)
                for point in mark.points { dot(point) }
                out.append("\"/>\n" as StaticString)
                return
            }
            out.append(">\n" as StaticString)
            for (index, point) in mark.points.enumerated() {
                out.append("<path" as StaticString)
                if !mark.colors.isEmpty {
                    out.append(" stroke=\"" as StaticString)
                    out.append(Self.hexadecimal(mark.colors[index]))
                    out.append("\"" as StaticString)
                }
                out.append(" d=\"" as StaticString)
                dot(point)
                out.append("\"/>\n" as StaticString)
            }
            out.append("</g>\n" as StaticString)
            return
        }
        shapes(mark, isDot: isDot)
    }

    private mutating func dot(_ point: Point) {
        let x = ByteBuffer.scaled(point.x, 1)
        let y = ByteBuffer.scaled(point.y, 1)
        out.append(byte: UInt8(ascii: "M"))
        pair(x, y, 1)
        out.append("h0" as StaticString)
    }

    /// Other shapes: one symbol used at each place; sizes of their own scale it.
    private mutating func shapes(_ mark: PointsMark, isDot: Bool) {
        let symbol = symbols
        if !isDot {
            symbols += 1
            out.append("<defs><path id=\"" as StaticString)
            id()
            out.append("m" as StaticString)
            out.append(integer: symbol)
            out.append("\" d=\"" as StaticString)
            let unit = mark.sizes.isEmpty ? mark.size : 1
            var outline = PathMark(closed: !mark.marker.isOpen)
            outline.decimals = mark.sizes.isEmpty ? 2 : 3
            for run in MarkerShape.outline(mark.marker, size: unit) { outline.add(run) }
            data(outline)
            out.append("\"/></defs>\n" as StaticString)
        }
        out.append("<g" as StaticString)
        if mark.marker.isOpen {
            let width = mark.edge?.width ?? 1.5
            attributes(nil as Fill?)
            let paint = mark.paint
            attributes(Stroke(paint, width: width, opacity: mark.opacity))
        } else {
            attributes(Fill(mark.paint, opacity: mark.opacity))
            attributes(mark.edge)
        }
        out.append(">\n" as StaticString)
        for (index, point) in mark.points.enumerated() {
            out.append(isDot ? "<circle" : "<use")
            let size = mark.sizes.isEmpty ? mark.size : mark.sizes[index]
            if isDot {
                attribute(" cx=\"", point.x)
                attribute(" cy=\"", point.y)
                attribute(" r=\"", size / 2)
            } else {
                out.append(" href=\"#" as StaticString)
                id()
                out.append("m" as StaticString)
                out.append(integer: symbol)
                out.append("\"" as StaticString)
                if mark.sizes.isEmpty {
                    attribute(" x=\"", point.x)
                    attribute(" y=\"", point.y)
                } else {
                    out.append(" transform=\"translate(" as StaticString)
                    out.append(point.x)
                    out.append(byte: 32)
                    out.append(point.y)
                    out.append(")scale(" as StaticString)
                    out.append(size)
                    out.append(")\"" as StaticString)
                }
            }
            if !mark.colors.isEmpty {
                out.append(mark.marker.isOpen ? " stroke=\"" : " fill=\"")
                out.append(Self.hexadecimal(mark.colors[index]))
                out.append("\"" as StaticString)
            }
            out.append("/>\n" as StaticString)
        }
        out.append("</g>\n" as StaticString)
    }
}
