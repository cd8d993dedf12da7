/// A block of the cells' heap as a file has it. References are numbers of blocks, from 1; 0 is none.
package struct SavedBlock: Codable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case string, substring, array, object, existential, dictionary, tensor, parameter, member, made, layer, sequential, history, dataset, column, frame, vocabulary
    }

    let kind: Kind
    /// A string or a part of one, a column's name, a member's name, a layer's architecture as JSON.
    var text: String?
    /// Of an object's or existential's value, as Swift writes it; of a dictionary's keys.
    var type: String?
    var valueType: String?
    /// Which slots of an element are references: "01".
    var layout: String?
    var slots: [UInt64]?
    var count: Int?
    /// The name of the tensor that holds it.
    var tensor: String?
    /// The initialiser of what was made by one, and its type.
    var owner: String?
    /// A layer's parameters by path, with their tensors' names.
    var state: [String: String]?
    /// What `compile` was given: optimizer, loss, metrics.
    var training: [UInt64]?
    /// What an optimizer remembers, and how far it is.
    var remembered: [Remembered]?
    var stepCount: Int?
    var learningRate: Double?
    var epochs: [Int]?
    var keys: [String]?
    var series: [[Double]]?

    init(_ kind: Kind) { self.kind = kind }

    /// What an optimizer remembers of one parameter: which that is, and the tensors' names.
    package struct Remembered: Codable, Sendable {
        /// The layer's block, or the parameter's own.
        let block: UInt64
        let path: String
        let steps: Int
        let scalar: Double
        let first: String?
        let second: String?
    }
}

/// Why a value cannot be written or read.
package struct SnapshotFailure: Error {
    package let reason: String

    package init(reason: String) { self.reason = reason }
}
