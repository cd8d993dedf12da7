/// A place a fault has passed through on its way out.
package struct TraceFrame: Sendable {
    package let source: SourceText
    /// What was being evaluated; `.none` when it is the library's own code.
    package let range: SourceRange
    /// The function the place lies in; empty at a cell's top level.
    package let function: String

    package init(source: SourceText, range: SourceRange, function: String) {
        self.source = source
        self.range = range
        self.function = function
    }

    fileprivate func isSame(as other: TraceFrame) -> Bool {
        source === other.source && range == other.range && function == other.function
    }
}

/// A runtime fault as it is shown: the message with the innermost place first, then who called it.
///
///     cell 2:3:12: error: index 10 is out of range for an array of 3 elements
///       3 |     return xs[i]
///         |            ^~~~~
///       in 'pick'
///       called from cell 2:8:5, in 'train'
///       called from cell 3:1:1
///       help: …
///
/// - Parameter frames: the innermost first.
package func renderTraceback(
    message: String, frames: [TraceFrame], help: String? = nil
) -> [String] {
    guard let innermost = frames.first else {
        return ["error: \(message)"] + (help.map(renderHelp) ?? [])
    }
    var lines: [String] = []
    if let place = place(of: innermost.range, in: innermost.source) {
        lines.append("\(place): error: \(message)")
        lines += SourceExcerpt(innermost.range, in: innermost.source).lines
    } else {
        lines.append("error: \(message)")
    }
    if !innermost.function.isEmpty { lines.append("  in '\(innermost.function)'") }
    lines += callers(frames)
    if let help { lines += renderHelp(help) }
    return lines
}

/// Longest loop of functions calling each other that is recognised as one.
private let longestCycle = 8
/// Callers shown when there is no loop to leave out: this many innermost and outermost.
private let shownInnermost = 12
private let shownOutermost = 6

private func callers(_ frames: [TraceFrame]) -> [String] {
    var lines: [(text: String, calls: Int)] = []
    var index = 1
    while index < frames.count {
        if let cycle = repetition(in: frames, at: index) {
            let block = frames[index..<index + cycle.length]
            lines += block.map { (calledFrom($0), 1) }
            let left = cycle.length * (cycle.times - 1)
            lines.append((moreCalls(left, of: block.map(\.function)), left))
            index += cycle.length * cycle.times
        } else {
            lines.append((calledFrom(frames[index]), 1))
            index += 1
        }
    }
    let most = shownInnermost + shownOutermost
    guard lines.count > most + 1 else { return lines.map(\.text) }
    let left = lines[shownInnermost..<lines.count - shownOutermost].reduce(0) { $0 + $1.calls }
    return lines.prefix(shownInnermost).map(\.text) + [moreCalls(left, of: [])]
        + lines.suffix(shownOutermost).map(\.text)
}

private func calledFrom(_ frame: TraceFrame) -> String {
    let function = frame.function.isEmpty ? "" : ", in '\(frame.function)'"
    guard let place = place(of: frame.range, in: frame.source) else {
        return "  called from the library" + function
    }
    return "  called from \(place)\(function)"
}

private func moreCalls(_ count: Int, of functions: [String]) -> String {
    var names: [String] = []
    for name in functions where !name.isEmpty && !names.contains("'\(name)'") {
        names.append("'\(name)'")
    }
    let of = names.isEmpty ? "" : " of " + names.joined(separator: " and ")
    return "  … \(grouped(count)) more \(count == 1 ? "call" : "calls")\(of)"
}

/// The shortest stretch that repeats at least three times from `index` on.
private func repetition(in frames: [TraceFrame], at index: Int) -> (length: Int, times: Int)? {
    for length in 1...longestCycle where index + 3 * length <= frames.count {
        var end = index + length
        while end < frames.count, frames[end].isSame(as: frames[end - length]) { end += 1 }
        let times = (end - index) / length
        if times >= 3, times * length - length > 2 { return (length, times) }
    }
    return nil
}

/// 9990 as "9,990".
func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
        groups.append(String(digits.suffix(3)))
        digits.removeLast(3)
    }
    groups.append(digits)
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}
