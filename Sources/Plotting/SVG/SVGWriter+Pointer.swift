extension SVGWriter {
    /// Marks of a series or of its line in the legend; a class names them where the pointer is answered.
    mutating func write(_ marks: [Mark], of role: GroupRole) {
        guard isInteractive, !marks.isEmpty else {
            for mark in marks { write(mark) }
            return
        }
        switch role {
        case .series(let number):
            out.append("<g class=\"d s" as StaticString)
            out.append(integer: number)
        case .legend(let number):
            if !roles.contains(number) { roles.append(number) }
            out.append("<g class=\"l l" as StaticString)
            out.append(integer: number)
        }
        out.append("\">\n" as StaticString)
        for mark in marks { write(mark) }
        out.append("</g>\n" as StaticString)
    }

    mutating func write(hit text: String, _ rect: Rect) {
        guard isInteractive else { return }
        out.append("<rect class=\"h\"" as StaticString)
        attribute(" x=\"", rect.x)
        attribute(" y=\"", rect.y)
        attribute(" width=\"", rect.width)
        attribute(" height=\"", rect.height)
        out.append(" fill-opacity=\"0\"><title>" as StaticString)
        out.append(escaped: TextMarkup.plain(text))
        out.append("</title></rect>\n" as StaticString)
    }

    /// With the pointer on a line of the legend the other series fade; on a point its text stands.
    func pointerStyle(_ hash: String) -> String {
        guard isInteractive else { return "" }
        var rules =
            "#v\(hash) .h:hover{fill-opacity:.2}#v\(hash) .l{cursor:pointer}#v\(hash) .d{transition:opacity .15s}"
        for number in roles.sorted() {
            rules += "#v\(hash):has(.l\(number):hover) .d:not(.s\(number)){opacity:.12}"
        }
        return "<style>\(rules)</style>\n"
    }

    mutating func write(_ marks: [Mark], during time: FrameTime) {
        let isFirst = time.index == 0
        let isLast = time.index == time.count - 1
        out.append(isFirst ? "<g>" : "<g display=\"none\">")
        if time.count > 1 {
            out.append(
                "<animate attributeName=\"display\" calcMode=\"discrete\" values=\"" as StaticString
            )
            out.append(isFirst ? "inline;none" : isLast ? "none;inline" : "none;inline;none")
            out.append("\" keyTimes=\"0" as StaticString)
            func share(_ index: Int) {
                out.append(byte: UInt8(ascii: ";"))
                out.append(Double(index) / Double(time.count), decimals: 3)
            }
            if !isFirst { share(time.index) }
            if !isLast { share(time.index + 1) }
            out.append("\" dur=\"" as StaticString)
            out.append(time.seconds)
            out.append("s\" " as StaticString)
            out.append(time.loops ? "repeatCount=\"indefinite\"/>\n" : "fill=\"freeze\"/>\n")
        }
        for mark in marks { write(mark) }
        out.append("</g>\n" as StaticString)
    }
}
