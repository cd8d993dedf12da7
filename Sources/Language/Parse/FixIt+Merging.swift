extension Diagnostic.FixIt {
    /// Several edits that belong together as one; nil when they overlap or lie far apart.
    static func merged(
        _ edits: [Diagnostic.FixIt], in source: SourceText
    ) -> Diagnostic.FixIt? {
        let sorted = edits.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }.map(\.element)
        guard let first = sorted.first else { return nil }
        var end = first.range.start
        var bytes: [UInt8] = []
        for edit in sorted {
            guard edit.range.start >= end, edit.range.end >= edit.range.start,
                edit.range.end <= source.utf8.count
            else { return nil }
            bytes += source.utf8[end..<edit.range.start]
            bytes += Array(edit.replacement.utf8)
            end = edit.range.end
        }
        guard end - first.range.start < 200 else { return nil }
        return Diagnostic.FixIt(
            range: SourceRange(start: first.range.start, end: end),
            replacement: String(decoding: bytes, as: UTF8.self))
    }
}
