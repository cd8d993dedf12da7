package import Tensors

/// What `fit` measured, epoch by epoch: `history["val_loss"]`, `history.epochs`.
///
/// The keys are `loss`, the metrics' names, and the same with `val_` for the validation data.
public struct History: Sendable, Equatable, CustomStringConvertible {
    /// The names of what was measured, in order.
    public private(set) var keys: [String] = []
    private var values: [[Double]] = []
    /// The numbers of the epochs, from 1.
    public private(set) var epochs: [Int] = []
    /// Why training ended before its last epoch; nil when it did not.
    public package(set) var stopReason: String?

    package init() {}

    /// A history that was saved: the figures of the epochs from 1 on.
    package init(keys: [String], values: [[Double]], epochs: Int) {
        self.keys = keys
        self.values = values
        self.epochs = Array(0..<epochs).map { $0 + 1 }
    }

    package mutating func append(epoch: Int, _ logs: TrainingLogs) {
        epochs.append(epoch)
        for (position, entry) in logs.entries.enumerated() {
            if position < keys.count, keys[position] == entry.key {
                values[position].append(entry.value)
            } else if let position = keys.firstIndex(of: entry.key) {
                values[position].append(entry.value)
            } else {
                keys.append(entry.key)
                values.append([entry.value])
            }
        }
    }

    /// The values with a name, one for each epoch.
    ///
    /// - Throws: listing the names when there is none.
    package func series(_ key: String) throws(TensorError) -> [Double] {
        if let position = keys.firstIndex(of: key) { return values[position] }
        throw TrainingLogs.unknown(key, keys)
    }

    /// The values with a name, one for each epoch.
    public subscript(key: String) -> [Double] {
        orEnd { () throws(TensorError) in try series(key) }
    }

    /// How many epochs, and the last one's figures.
    public var description: String {
        guard !epochs.isEmpty else { return "History of 0 epochs" }
        let last = zip(keys, values).map { ($0, $1.last ?? .nan) }
        return "History of \(epochs.count) \(epochs.count == 1 ? "epoch" : "epochs"): "
            + TrainingLogs(last.map { (key: $0.0, value: $0.1) }).description
    }
}
