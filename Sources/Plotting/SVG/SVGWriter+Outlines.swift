/// Text as the outlines of its characters, so that a figure looks the same where the fonts are other ones.
///
/// Each character of a face is written once, in hundredths of an em, and used where it stands.
extension SVGWriter {
    /// A character of a face.
    struct Glyph: Hashable {
        var scalar: Unicode.Scalar
        var face: FontFace
    }

    /// A character's place in a line of text, in em of the text's size from the line's start.
    private struct PlacedGlyph {
        var number: Int
        var x: Double
        var y: Double
        var isSmall: Bool
    }

    /// Writes the text as outlines; false if it is to be written as text, since the fonts lack a part of it.
    mutating func writeOutlines(_ mark: TextMark) -> Bool {
        guard let fonts else { return false }
        let text = TextMeasure.clean(mark.text)
        guard fonts.canDraw(text, mark.face) else { return false }
        let glyphs = place(text, mark.face, fonts)
        out.append("<g transform=\"translate(" as StaticString)
        out.append(mark.at.x)
        out.append(byte: 32)
        out.append(mark.at.y)
        out.append(")" as StaticString)
        if mark.rotation != 0 {
            out.append("rotate(" as StaticString)
            out.append(-mark.rotation)
            out.append(")" as StaticString)
        }
        out.append("scale(" as StaticString)
        out.append(mark.size / 100, decimals: 3)
        out.append(")\"" as StaticString)
        attributes(Fill(mark.paint), noting: !mark.isData)
        out.append(">" as StaticString)
        out.append("<title>" as StaticString)
        out.append(escaped: TextMarkup.plain(mark.full ?? mark.text))
        out.append("</title>" as StaticString)
        let width = TextMeasure.width(text, size: 1, face: mark.face)
        let start = mark.anchor == .start ? 0 : mark.anchor == .middle ? -width / 2 : -width
        for glyph in glyphs {
            out.append("<use href=\"#" as StaticString)
            id()
            out.append("g" as StaticString)
            out.append(integer: glyph.number)
            out.append("\"" as StaticString)
            if glyph.isSmall {
                out.append(" transform=\"translate(" as StaticString)
                out.append((start + glyph.x) * 100, decimals: 1)
                out.append(byte: 32)
                out.append(glyph.y * 100, decimals: 1)
                out.append(")scale(" as StaticString)
                out.append(TextMarkup.size)
                out.append(")\"" as StaticString)
            } else {
                attribute(" x=\"", ((start + glyph.x) * 1000).rounded() / 10)
            }
            out.append("/>" as StaticString)
        }
        out.append("</g>\n" as StaticString)
        return true
    }

    /// Where each character stands, as they are measured; those not written before are written now.
    private mutating func place(_ text: String, _ face: FontFace, _ fonts: OutlineFonts) -> [PlacedGlyph] {
        let table = AdvanceTable.table(face)
        var placed: [PlacedGlyph] = []
        var x = 0.0
        var y = 0.0
        for scalar in text.unicodeScalars {
            if TextMarkup.isMark(scalar) {
                y = scalar == TextMarkup.lower ? TextMarkup.drop : scalar == TextMarkup.raise ? -TextMarkup.rise : 0
                continue
            }
            if let outline = fonts.outline(scalar, face), !outline.isEmpty {
                placed.append(PlacedGlyph(number: number(of: Glyph(scalar: scalar, face: face), outline), x: x, y: y, isSmall: y != 0))
            }
            x += Double(table.advance(scalar)) / 2048 * (y != 0 ? TextMarkup.size : 1)
        }
        return placed
    }

    private mutating func number(of glyph: Glyph, _ contours: [TrueTypeFont.Contour]) -> Int {
        if let known = glyphs[glyph] { return known }
        let number = glyphs.count
        glyphs[glyph] = number
        out.append("<defs><path id=\"" as StaticString)
        id()
        out.append("g" as StaticString)
        out.append(integer: number)
        out.append("\" d=\"" as StaticString)
        for contour in contours { write(contour) }
        out.append("\"/></defs>\n" as StaticString)
        return number
    }

    /// A contour with straight lines and quadratic curves, downward as SVG counts. Between two points off the line, one
    /// on it lies in the middle.
    private mutating func write(_ contour: TrueTypeFont.Contour) {
        let count = contour.points.count
        guard count > 1 else { return }
        let points = contour.points.map { Point($0.x * 100, -$0.y * 100) }
        func middle(_ a: Point, _ b: Point) -> Point { Point((a.x + b.x) / 2, (a.y + b.y) / 2) }
        let first = contour.isOn.firstIndex(of: true)
        let start = first.map { points[$0] } ?? middle(points[count - 1], points[0])
        command("M", [start])
        var control: Point?
        for step in 1...count {
            let index = first.map { ($0 + step) % count } ?? (step - 1)
            let point = points[index]
            if contour.isOn[index] {
                if let control { command("Q", [control, point]) } else if step < count { command("L", [point]) }
                control = nil
            } else {
                if let control { command("Q", [control, middle(control, point)]) }
                control = point
            }
        }
        if let control { command("Q", [control, start]) }
        out.append("z" as StaticString)
    }

    private mutating func command(_ letter: Unicode.Scalar, _ points: [Point]) {
        out.append(byte: UInt8(ascii: letter))
        for (index, point) in points.enumerated() {
            let x = ByteBuffer.scaled(point.x, 1)
            if index > 0, x >= 0 { out.append(byte: 32) }
            pair(x, ByteBuffer.scaled(point.y, 1), 1)
        }
    }
}
