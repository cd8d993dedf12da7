/// What a session can be kept from taking too much of.
public enum Limit: String, CaseIterable, Sendable {
    case time, memory, recursion, output

    /// As `%config` and the command line call it.
    public var name: String { rawValue + "-limit" }

    /// What it is a limit on, as a phrase.
    public var subject: String {
        switch self {
        case .time: "time for one cell"
        case .memory: "memory for the session's values"
        case .recursion: "calls of functions inside one another"
        case .output: "text one cell may write"
        }
    }

    /// A value as an example of how it is written.
    public var example: String {
        switch self {
        case .time: "30 s"
        case .memory: "2 GB"
        case .recursion: "50000"
        case .output: "10 MB"
        }
    }

    /// The limit of that name, with or without `-limit`.
    public init?(named name: String) {
        let plain = name.hasSuffix("-limit") ? String(name.dropLast(6)) : name
        self.init(rawValue: plain)
    }

    /// What to say to somebody who has reached it.
    var help: String {
        "raise the limit with '%config \(name) \(example)' in a cell, '\(rawValue)' in the notebook's 'metadata.vencejo.limits', or '--\(name)' on the command line\(self == .recursion ? "" : "; 'none' takes it away")"
    }
}

/// A limit that could not be read.
public struct LimitError: Error, Sendable, Equatable {
    /// What was expected and what was given.
    public let message: String
    public let help: String

    public init(message: String, help: String) {
        self.message = message
        self.help = help
    }
}

extension SessionConfiguration {
    /// Sets a limit from what a person wrote: `30 s`, `2 GB`, `50000`, `none`.
    public mutating func set(_ limit: Limit, to text: String) throws(LimitError) {
        switch limit {
        case .time: cellTimeLimit = try Quantity.seconds(text)
        case .memory: memoryLimit = try Quantity.bytes(text, for: limit)
        case .output: outputLimit = try Quantity.bytes(text, for: limit)
        case .recursion: recursionLimit = try Quantity.count(text)
        }
    }

    /// A limit as `set` reads it.
    public func text(of limit: Limit) -> String {
        switch limit {
        case .time: cellTimeLimit > 0 ? Quantity.text(seconds: cellTimeLimit) : "none"
        case .memory: memoryLimit > 0 ? Quantity.text(bytes: memoryLimit) : "none"
        case .output: outputLimit > 0 ? Quantity.text(bytes: outputLimit) : "none"
        case .recursion: String(recursionLimit)
        }
    }
}
