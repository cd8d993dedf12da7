import Glibc

/// The faces of text as outlines, read from the font files of the machine.
///
/// Text is measured with the DejaVu faces, so that only these are drawn: another font would not fit its boxes.
struct OutlineFonts {
    private var fonts: [FontFace: TrueTypeFont] = [:]

    /// - Throws: `PlotError.missingFont` when a face is not on this machine.
    init() throws(PlotError) {
        for face in [FontFace.regular, .bold, .mono] {
            fonts[face] = try Self.font(Self.file(face))
        }
    }

    /// The outline of a character; nil if the face has none.
    func outline(_ scalar: Unicode.Scalar, _ face: FontFace) -> [TrueTypeFont.Contour]? {
        fonts[face]?.outline(scalar)
    }

    /// Whether all of the text can be drawn: no character is missing, and none wants letters joined or reordered.
    func canDraw(_ text: String, _ face: FontFace) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            TextMarkup.isMark(scalar) || (!Self.needsShaping(scalar) && outline(scalar, face) != nil)
        }
    }

    /// Scripts written from right to left or with letters that change beside others.
    private static func needsShaping(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08ff, 0x0900...0x0dff, 0x0e00...0x0eff, 0x0f00...0x109f, 0x1780...0x18af, 0xfb1d...0xfdff,
            0xfe70...0xfeff:
            true
        default: false
        }
    }

    private static func file(_ face: FontFace) -> String {
        switch face {
        case .regular: "DejaVuSans.ttf"
        case .bold: "DejaVuSans-Bold.ttf"
        case .mono: "DejaVuSansMono.ttf"
        }
    }

    private static func folders() -> [String] {
        var folders: [String] = []
        if let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty {
            folders += ["\(home)/.local/share/fonts", "\(home)/.fonts", "\(home)/Library/Fonts"]
        }
        for shared in ["/usr/local/share/fonts", "/usr/share/fonts"] {
            folders += [shared, "\(shared)/truetype/dejavu", "\(shared)/dejavu", "\(shared)/dejavu-sans-fonts", "\(shared)/dejavu-sans-mono-fonts", "\(shared)/TTF"]
        }
        return folders + ["/Library/Fonts"]
    }

    private static func font(_ name: String) throws(PlotError) -> TrueTypeFont {
        for folder in folders() {
            guard let bytes = FileWriting.read("\(folder)/\(name)"), let font = TrueTypeFont(bytes) else { continue }
            return font
        }
        throw .missingFont(file: name, package: "fonts-dejavu-core")
    }
}
