/// A text as its room shows it: whole, or cut with an ellipsis for what is missing.
package struct FittedText: Equatable {
    package var shown: String
    /// The whole text, where it was cut.
    package var full: String?

    /// The text cut at its end so that it is no wider than `width`.
    package init(_ text: String, to width: Double, size: Double, face: FontFace = .regular) {
        self.init(text, to: width, size: size, face: face, keepsEnd: false)
    }

    /// Names beside each other, cut at their ends; those that would read the same are cut in the middle.
    package static func apart(_ texts: [String], to width: Double, size: Double) -> [FittedText] {
        var result = texts.map { FittedText($0, to: width, size: size) }
        var places: [String: [Int]] = [:]
        for (index, text) in result.enumerated() where text.full != nil {
            places[text.shown, default: []].append(index)
        }
        for alike in places.values where Set(alike.map { texts[$0] }).count > 1 {
            for index in alike {
                result[index] = FittedText(
                    texts[index], to: width, size: size, face: .regular, keepsEnd: true)
            }
        }
        return result
    }

    private init(_ text: String, to width: Double, size: Double, face: FontFace, keepsEnd: Bool) {
        guard TextMeasure.width(text, size: size, face: face) > width else {
            shown = text
            return
        }
        let characters = Array(text)
        func cut(_ kept: Int) -> String {
            let tail = keepsEnd ? kept / 2 : 0
            var head = characters.prefix(kept - tail)
            while head.last == " " { head.removeLast() }
            var end = characters.suffix(tail)
            while end.first == " " { end.removeFirst() }
            return String(head) + "…" + String(end)
        }
        // Halving: a name of 100,000 characters is measured 17 times.
        var (low, high) = (0, characters.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if TextMeasure.width(cut(middle), size: size, face: face) <= width {
                low = middle
            } else {
                high = middle - 1
            }
        }
        shown = cut(low)
        full = text
    }
}
