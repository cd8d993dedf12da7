/// The faces that text is measured with.
package enum FontFace: Sendable, Hashable {
    case regular, bold, mono
}

/// The size of text, from the advance widths of the DejaVu faces.
///
/// Other machines' sans-serif fonts are narrower, so that measured text leaves slack there and never
/// overlaps.
package enum TextMeasure {
    /// Height above the base line, in em.
    package static let ascent = 0.76
    /// Depth below the base line, in em.
    package static let descent = 0.24

    /// The width of one line of text in the units of `size`.
    package static func width(_ text: String, size: Double, face: FontFace = .regular) -> Double {
        let table = AdvanceTable.table(face)
        var units = 0
        // Lowered and raised text is smaller.
        var small = 0
        var isSmall = false
        for scalar in text.unicodeScalars {
            if scalar.value >= 0xe000, TextMarkup.isMark(scalar) {
                isSmall = scalar != TextMarkup.end
                continue
            }
            if isSmall { small += table.advance(scalar) } else { units += table.advance(scalar) }
        }
        return (Double(units) + Double(small) * TextMarkup.size) * size / 2048
    }

    /// The words broken into lines no wider than `width`, at most `lines` of them; nil if a word is
    /// too wide or there are too many.
    static func wrapped(
        _ text: String, to width: Double, lines: Int, size: Double, face: FontFace = .regular
    ) -> [String]? {
        var result: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if self.width(longer, size: size, face: face) <= width {
                line = longer
                continue
            }
            guard !line.isEmpty, self.width(String(word), size: size, face: face) <= width else {
                return nil
            }
            result.append(line)
            line = String(word)
        }
        if !line.isEmpty { result.append(line) }
        return result.count <= lines ? result : nil
    }

    /// Text without the control characters that XML forbids; tabs and line breaks become spaces.
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var changed = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 9, 10, 13:
                scalars.append(" ")
                changed = true
            case 0..<32, 127..<160, 0xfffe, 0xffff, 0x202a...0x202e, 0x2066...0x2069:
                changed = true
            default: scalars.append(scalar)
            }
        }
        return TextMarkup.resolved(changed ? String(scalars) : text)
    }
}

/// The advance widths of one face.
final class AdvanceTable: Sendable {
    private let widths: [UInt16]

    private static let regular = AdvanceTable(AdvanceTables.regular)
    private static let bold = AdvanceTable(AdvanceTables.bold)
    private static let mono = AdvanceTable(AdvanceTables.mono)

    static func table(_ face: FontFace) -> AdvanceTable {
        switch face {
        case .regular: return regular
        case .bold: return bold
        case .mono: return mono
        }
    }

    /// Reads the runs that scripts/make_plot_tables.py writes.
    private init(_ text: String) {
        let missing = UInt16.max
        var widths = [UInt16](repeating: missing, count: 32)
        var number = 0
        // The width of a run, which may be 0: that of marks without one of their own.
        var width: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "+"): number = 0
            case UInt8(ascii: ","):
                widths.append(contentsOf: repeatElement(missing, count: number))
                number = 0
            case UInt8(ascii: "*"):
                width = number
                number = 0
            default:
                let (value, count) = width.map { ($0, number) } ?? (number, 1)
                widths.append(contentsOf: repeatElement(UInt16(value), count: count))
                number = 0
                width = nil
            }
        }
        self.widths = widths
    }

    /// The width of a character in 2048ths of an em.
    func advance(_ scalar: Unicode.Scalar) -> Int {
        let point = Int(scalar.value)
        if point < widths.count, widths[point] != UInt16.max { return Int(widths[point]) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return Self.isWide(point) ? 2048 : 1229
        }
    }

    /// East Asian wide characters and emoji.
    private static func isWide(_ point: Int) -> Bool {
        switch point {
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf,
            0x4e00...0x9fff, 0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe4f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f000...0x1faff,
            0x20000...0x3fffd, 0x2600...0x27bf, 0x231a...0x23ff, 0x2b00...0x2bff:
            return true
        default: return false
        }
    }
}
