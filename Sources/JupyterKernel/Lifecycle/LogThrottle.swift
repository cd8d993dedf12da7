/// Keeps a flood of bad messages from becoming a flood of log lines: ten a second, then a count.
package struct LogThrottle {
    private static let interval: Int64 = 1_000_000_000
    private static let perInterval = 10

    private var start: Int64 = .min / 2
    private var written = 0
    private var skipped = 0

    package init() {}

    /// What to add to the line that is to be written now; nil where it is not to be written.
    package mutating func note(now: Int64) -> String? {
        if now - start >= Self.interval {
            start = now
            written = 0
        }
        guard written < Self.perInterval else {
            skipped += 1
            return nil
        }
        written += 1
        defer { skipped = 0 }
        return skipped == 0 ? "" : " (and \(skipped) more before it)"
    }
}
