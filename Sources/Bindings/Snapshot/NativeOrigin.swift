internal import Language
internal import NeuralNetworks

/// How a layer, an optimizer, a loss or a metric came to be: the initialiser or static function and its arguments, so
/// that a saved session can make it again.
final class NativeOrigin: @unchecked Sendable {
    let owner: String
    /// The initialiser's declaration.
    let text: String
    let arguments: UnsafeMutablePointer<UInt64>
    let isReference: [Bool]

    init(owner: String, text: String, borrowing arguments: UnsafePointer<UInt64>, isReference: [Bool]) {
        self.owner = owner
        self.text = text
        self.isReference = isReference
        self.arguments = .allocate(capacity: max(isReference.count, 1))
        self.arguments.initialize(from: arguments, count: isReference.count)
        for (index, isReference) in isReference.enumerated() where isReference { HeapObject.retain(arguments[index]) }
    }

    deinit {
        for (index, isReference) in isReference.enumerated() where isReference { HeapObject.release(arguments[index]) }
        arguments.deallocate()
    }

    /// An initialiser that notes itself at what it makes.
    static func noting(_ function: NativeFunction, owner: String, text: String, isReference: [Bool]) -> NativeFunction {
        let noting = NativeFunction(name: function.name, isInout: function.isInout, canThrow: function.canThrow) { frame in
            try function.invoke(frame)
            let origin = { NativeOrigin(owner: owner, text: text, borrowing: UnsafePointer(frame.arguments), isReference: isReference) }
            if let layer = HeapObject.native(frame.result[0], as: LayerValue.self) {
                layer.pointee.layer.origin = origin()
            } else if let optimizer = HeapObject.native(frame.result[0], as: OptimizerValue.self) {
                optimizer.pointee.optimizer.origin = origin()
            } else if isReference.contains(true) {
                // A loss goes to other threads; what the cells' thread counts references of does not.
            } else if let loss = HeapObject.native(frame.result[0], as: Loss.self) {
                loss.pointee.origin = origin()
            } else if let metric = HeapObject.native(frame.result[0], as: Metric.self) {
                metric.pointee.origin = origin()
            }
        }
        noting.isDiscardable = function.isDiscardable
        return noting
    }
}
