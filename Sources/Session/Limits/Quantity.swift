/// Times and sizes as people write them.
public enum Quantity {
    private static let times: [(units: [String], seconds: Double)] = [
        (["", "s", "sec", "second", "seconds"], 1), (["ms", "millisecond", "milliseconds"], 1e-3),
        (["min", "m", "minute", "minutes"], 60), (["h", "hour", "hours"], 3600),
    ]
    private static let sizes: [(units: [String], bytes: Double)] = [
        (["", "b", "byte", "bytes"], 1), (["kb", "k"], 1e3), (["mb", "m"], 1e6), (["gb", "g"], 1e9), (["tb", "t"], 1e12),
        (["kib"], 1024), (["mib"], 1_048_576), (["gib"], 1_073_741_824), (["tib"], 1_099_511_627_776),
    ]
    private static let nothing: Set<String> = ["none", "off", "no", "unlimited", "0"]

    /// `30`, `30 s`, `500 ms`, `2 min`, `1.5 h`; 0 for `none`.
    public static func seconds(_ text: String) throws(LimitError) -> Double {
        if nothing.contains(text.lowercased()) { return 0 }
        guard let (number, unit) = split(text), let scale = times.first(where: { $0.units.contains(unit) })?.seconds,
            number > 0, number * scale < 1e9
        else { throw failure(text, "a time", "'30 s', '500 ms', '2 min' or 'none'") }
        return number * scale
    }

    /// `2 GB`, `512 MiB`, `100000`; 0 for `none`. GB is 10⁹ bytes, GiB 2³⁰.
    public static func bytes(_ text: String, for limit: Limit = .memory) throws(LimitError) -> Int {
        if nothing.contains(text.lowercased()) { return 0 }
        guard let (number, unit) = split(text), let scale = sizes.first(where: { $0.units.contains(unit) })?.bytes,
            number > 0, number * scale >= 1, number * scale < 1e18
        else { throw failure(text, "a size", "'\(limit.example)', '512 MiB', '100000' bytes or 'none'") }
        return Int(number * scale)
    }

    /// A depth of calls. There is always one: the stack is finite.
    static func count(_ text: String) throws(LimitError) -> Int {
        let digits = String(text.filter { $0 != "_" && $0 != "," })
        if nothing.contains(text.lowercased()) {
            throw LimitError(message: "the recursion limit cannot be taken away", help: "write a number, such as '\(Limit.recursion.example)'")
        }
        guard let count = Int(digits), count > 0, count <= 10_000_000 else {
            throw failure(text, "a number of calls", "'\(Limit.recursion.example)'")
        }
        return count
    }

    static func text(seconds: Double) -> String {
        if seconds < 1 { return "\(trimmed(seconds * 1000)) ms" }
        return "\(trimmed(seconds)) s"
    }

    static func text(bytes: Int) -> String {
        for (unit, scale) in [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where Double(bytes) >= scale {
            return "\(trimmed((Double(bytes) / scale * 100).rounded() / 100)) \(unit)"
        }
        return "\(bytes) B"
    }

    private static func trimmed(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    /// A number and its unit in small letters.
    private static func split(_ text: String) -> (Double, String)? {
        let digits = text.prefix { $0.isNumber || "._,eE+-".contains($0) && $0 != "e" && $0 != "E" }
        let number = Double(String(digits.filter { $0 != "_" && $0 != "," }))
        let unit = text.dropFirst(digits.count).filter { !$0.isWhitespace }.lowercased()
        return number.flatMap { $0.isFinite ? ($0, unit) : nil }
    }

    private static func failure(_ text: String, _ what: String, _ forms: String) -> LimitError {
        LimitError(message: "'\(text)' is not \(what)", help: "write \(forms)")
    }
}
