extension JSONWriter.Style {
    /// The layout a file has: its indentation, how it spells characters outside ASCII, its end.
    package init(of bytes: [UInt8]) {
        self.init()
        if let newline = bytes.firstIndex(of: 0x0A) {
            let blanks = bytes[(newline + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }
            if !blanks.isEmpty { indent = String(decoding: blanks, as: UTF8.self) }
        }
        endsWithNewline = bytes.last == 0x0A
        escapesNonASCII =
            !bytes.contains { $0 >= 0x80 } && Self.holdsEscapedLetters(bytes)
    }

    /// Whether `\uXXXX` stands for something outside ASCII.
    private static func holdsEscapedLetters(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while place + 5 < bytes.count {
            if bytes[place] == UInt8(ascii: "\\") {
                if bytes[place + 1] == UInt8(ascii: "u"),
                    let code = UInt32(
                        String(decoding: bytes[(place + 2)...(place + 5)], as: UTF8.self), radix: 16
                    ),
                    code > 0x7F
                {
                    return true
                }
                place += 2
            } else {
                place += 1
            }
        }
        return false
    }
}
