package import Tensors

/// Named figures of one epoch or of an evaluation: `logs["val_loss"]`.
public struct TrainingLogs: Sendable, Equatable, CustomStringConvertible {
    package var entries: [(key: String, value: Double)]

    package init(_ entries: [(key: String, value: Double)] = []) {
        self.entries = entries
    }

    /// The names, in order.
    public var keys: [String] { entries.map(\.key) }

    /// The figure with a name.
    ///
    /// - Throws: listing the names when there is none.
    package func value(_ key: String) throws(TensorError) -> Double {
        if let entry = entries.first(where: { $0.key == key }) { return entry.value }
        throw TrainingLogs.unknown(key, keys)
    }

    static func unknown(_ key: String, _ keys: [String]) -> TensorError {
        .domain(
            operation: "history", problem: "no figure is named '\(key)'",
            help: keys.isEmpty
                ? "nothing was recorded yet"
                : "there are " + keys.map { "'\($0)'" }.joined(separator: ", "))
    }

    /// The figure with a name.
    public subscript(key: String) -> Double {
        orEnd { () throws(TensorError) in try value(key) }
    }

    /// `loss 0.0432  accuracy 0.9871`
    public var description: String {
        entries.map { "\($0.key) \(NumberText.short($0.value))" }.joined(separator: "  ")
    }

    public static func == (a: TrainingLogs, b: TrainingLogs) -> Bool {
        a.entries.elementsEqual(b.entries) { $0.key == $1.key && $0.value == $1.value }
    }
}
