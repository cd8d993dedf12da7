/// Offsets in code points, as frontends count, and in bytes, as the parser does.
enum CodePoints {
    static func utf8(_ offset: Int, in text: String) -> Int {
        var bytes = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index >= offset { return bytes }
            bytes += UTF8.width(scalar)
        }
        return bytes
    }

    static func count(_ bytes: Int, in text: String) -> Int {
        var seen = 0
        var count = 0
        for scalar in text.unicodeScalars {
            if seen >= bytes { return count }
            seen += UTF8.width(scalar)
            count += 1
        }
        return count
    }
}
