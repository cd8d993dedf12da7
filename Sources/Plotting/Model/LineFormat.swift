/// matplotlib's short format of a line: colour, marker and dashes in one string, such as `"r--o"`.
struct LineFormat: Equatable {
    var color: Color?
    var marker: Marker?
    var line: LineStyle?

    init(_ text: String) throws(PlotError) {
        var rest = Substring(text)
        while let first = rest.first {
            if rest.hasPrefix("--") {
                line = .dashed
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("-.") {
                line = .dashdot
                rest = rest.dropFirst(2)
            } else if first == "-" {
                line = .solid
                rest = rest.dropFirst()
            } else if first == ":" {
                line = .dotted
                rest = rest.dropFirst()
            } else if first == "C", let digit = rest.dropFirst().first?.wholeNumberValue {
                color = .series(digit)
                rest = rest.dropFirst(2)
            } else if "bgrcmykw".contains(first) {
                color = Color(String(first))
                rest = rest.dropFirst()
            } else if Marker.known.contains(String(first)) {
                marker = Marker(String(first))
                rest = rest.dropFirst()
            } else {
                throw .badValue(
                    what: "the format", given: "\"\(text)\"",
                    expected: """
                        a colour letter (b g r c m y k w), a marker (o s ^ x + * .) and dashes \
                        (- -- -. :), as in "r--o"; the name of a series goes to label:
                        """)
            }
        }
        // A marker alone means points without a line.
        if marker != nil, line == nil { line = LineStyle.none }
    }
}
