internal import Datasets
package import Language
internal import NeuralNetworks
internal import Tensors

/// Writes values as blocks and tensors; what two values share is written once.
package final class SnapshotWriter {
    package private(set) var blocks: [SavedBlock] = []
    private(set) var tensors: [(name: String, tensor: Tensor)] = []
    /// What is saved, but not all of it.
    package private(set) var remarks: [String] = []
    private var numbers: [UInt64: UInt64] = [:]
    private var objects: [ObjectIdentifier: UInt64] = [:]
    private var optimizers: [(block: UInt64, optimizer: Optimizer)] = []
    /// Where parameters are: a layer's block and the path in it, or a block of their own.
    private var homes: [(parameter: Parameter, block: UInt64, path: String)] = []
    private let library: Library
    private let machine: Machine
    /// What tensors are named after.
    private var name = ""
    /// Arrays with more slots go to the tensors.
    private static let longArray = 64

    package init(_ library: Library, _ machine: Machine) {
        self.library = library
        self.machine = machine
    }

    /// The slots of a variable as they are written.
    ///
    /// - Throws: why it cannot be; nothing of it is kept then.
    package func add(_ slots: UnsafePointer<UInt64>, _ type: Type, name: String) throws(SnapshotFailure) -> [UInt64] {
        let before = (blocks, tensors, numbers, objects, optimizers, homes)
        self.name = name
        do {
            return try write(slots, type.layout.isReference)
        } catch {
            (blocks, tensors, numbers, objects, optimizers, homes) = before
            throw error
        }
    }

    private func write(_ slots: UnsafePointer<UInt64>, _ isReference: [Bool]) throws(SnapshotFailure) -> [UInt64] {
        var result: [UInt64] = []
        for (index, isReference) in isReference.enumerated() {
            result.append(isReference ? try number(of: slots[index]) : slots[index])
        }
        return result
    }

    private func number(of reference: UInt64) throws(SnapshotFailure) -> UInt64 {
        if reference == 0 { return 0 }
        if let known = numbers[reference] { return known }
        let block = HeapObject.block(reference)
        switch HeapObject.Kind(rawValue: HeapObject.kind(block)) {
        case .string:
            var saved = SavedBlock(.string)
            saved.text = HeapObject.string(reference)
            return append(saved, reference)
        case .substring:
            // The part stays, the text that it is a part of does not.
            var saved = SavedBlock(.substring)
            saved.text = HeapObject.text(ofPart: reference)
            return append(saved, reference)
        case .array: return try array(reference)
        case .object: return try typed(.object, reference, block)
        case .existential: return try typed(.existential, reference, block)
        case .dictionary: return try dictionary(reference)
        case .native: return try native(reference)
        case .closure: throw SnapshotFailure(reason: "it holds a closure, and closures cannot be written")
        case .weakBox: throw SnapshotFailure(reason: "it holds a weak reference")
        case .box, nil: throw SnapshotFailure(reason: "it holds a variable that closures share")
        }
    }

    func append(_ block: SavedBlock, _ reference: UInt64?) -> UInt64 {
        blocks.append(block)
        let number = UInt64(blocks.count)
        if let reference { numbers[reference] = number }
        return number
    }

    private static func text(_ layout: [Bool]) -> String { layout.map { $0 ? "1" : "0" }.joined() }

    private func layout(_ block: Slots) -> [Bool] {
        let descriptor = HeapObject.layout(block).pointee
        var result = Array(repeating: false, count: descriptor.slots)
        for index in 0..<descriptor.referenceCount { result[descriptor.references[index]] = true }
        return result
    }

    private func array(_ reference: UInt64) throws(SnapshotFailure) -> UInt64 {
        let block = HeapObject.block(reference)
        let layout = layout(block)
        let (elements, count) = HeapObject.array(reference)
        var saved = SavedBlock(.array)
        saved.layout = Self.text(layout)
        saved.count = count
        // Numbered before its elements, which may hold it again.
        let number = append(saved, reference)
        if !layout.contains(true), count * layout.count > Self.longArray {
            let values = (0..<count * layout.count).map { Int(truncatingIfNeeded: elements[$0]) }
            blocks[Int(number) - 1].tensor = try add(tensor: make { try Checked.tensor(values, dtype: .int64) })
            return number
        }
        var slots: [UInt64] = []
        for index in 0..<count { slots += try write(UnsafePointer(elements) + index * layout.count, layout) }
        blocks[Int(number) - 1].slots = slots
        return number
    }

    private func typed(_ kind: SavedBlock.Kind, _ reference: UInt64, _ block: Slots) throws(SnapshotFailure) -> UInt64 {
        let layout = layout(block)
        var saved = SavedBlock(kind)
        saved.type = HeapObject.type(block).description
        saved.layout = Self.text(layout)
        let number = append(saved, reference)
        blocks[Int(number) - 1].slots = try write(UnsafePointer(block) + HeapObject.typedHeaderWords, layout)
        return number
    }

    private func dictionary(_ reference: UInt64) throws(SnapshotFailure) -> UInt64 {
        let storage = HeapObject.dictionary(reference)
        var saved = SavedBlock(.dictionary)
        saved.type = storage.keyType.description
        saved.valueType = storage.valueType.description
        let number = append(saved, reference)
        var slots: [UInt64] = []
        for row in 0..<storage.rowCount where storage.isUsed(row) {
            slots += try write(storage.key(row), storage.keyType.layout.isReference)
            slots += try write(storage.value(row), storage.valueType.layout.isReference)
        }
        blocks[Int(number) - 1].slots = slots
        blocks[Int(number) - 1].count = storage.count
        return number
    }

    // MARK: Values of the library

    func make<Value>(_ body: () throws -> Value) throws(SnapshotFailure) -> Value {
        do {
            return try body()
        } catch {
            throw SnapshotFailure(reason: RuntimeFault(error).message)
        }
    }

    func add(tensor: Tensor, _ path: String = "") throws(SnapshotFailure) -> String {
        var name = path.isEmpty ? self.name : "\(self.name).\(path)"
        var number = 1
        while tensors.contains(where: { $0.name == name }) {
            number += 1
            name = (path.isEmpty ? self.name : "\(self.name).\(path)") + "#\(number)"
        }
        tensors.append((name, tensor))
        return name
    }

    private func native(_ reference: UInt64) throws(SnapshotFailure) -> UInt64 {
        if let tensor = HeapObject.native(reference, as: Tensor.self) {
            var saved = SavedBlock(.tensor)
            saved.tensor = try add(tensor: tensor.pointee)
            return append(saved, reference)
        }
        if let parameter = HeapObject.native(reference, as: Parameter.self) { return try self.parameter(parameter.pointee, reference) }
        if let layer = HeapObject.native(reference, as: LayerValue.self) { return try self.layer(layer.pointee.layer, reference) }
        if let optimizer = HeapObject.native(reference, as: OptimizerValue.self) { return try self.optimizer(optimizer.pointee.optimizer, reference) }
        if let history = HeapObject.native(reference, as: History.self)?.pointee {
            var saved = SavedBlock(.history)
            saved.keys = history.keys
            saved.epochs = history.epochs
            saved.series = try history.keys.map { key throws(SnapshotFailure) in try make { try history.series(key) } }
            return append(saved, reference)
        }
        if let data = HeapObject.native(reference, as: Dataset.self)?.pointee {
            var saved = SavedBlock(.dataset)
            saved.state = ["features": try add(tensor: data.features, "features"), "labels": try add(tensor: data.labels, "labels")]
            saved.keys = data.classNames
            return append(saved, reference)
        }
        if let number = try table(reference) { return number }
        let origin = HeapObject.native(reference, as: Loss.self)?.pointee.origin ?? HeapObject.native(reference, as: Metric.self)?.pointee.origin
        if let origin = origin as? NativeOrigin { return try made(origin, "a loss", origin, reference) }
        if let (owner, text) = NativeMembers(library, machine).spelling(of: reference) {
            var saved = SavedBlock(.member)
            saved.owner = owner
            saved.text = text
            return append(saved, reference)
        }
        throw SnapshotFailure(reason: "it holds a value of the library that cannot be written")
    }

    private func parameter(_ parameter: Parameter, _ reference: UInt64) throws(SnapshotFailure) -> UInt64 {
        if let known = objects[ObjectIdentifier(parameter)] { return known }
        var saved = SavedBlock(.parameter)
        saved.tensor = try add(tensor: parameter.value)
        let number = append(saved, reference)
        objects[ObjectIdentifier(parameter)] = number
        homes.append((parameter, number, ""))
        return number
    }

    private func made(_ origin: AnyObject?, _ what: String, _ object: AnyObject, _ reference: UInt64?) throws(SnapshotFailure) -> UInt64 {
        guard let origin = origin as? NativeOrigin else { throw SnapshotFailure(reason: "\(what) in it was not made by a cell") }
        var saved = SavedBlock(.made)
        saved.owner = origin.owner
        saved.text = origin.text
        saved.layout = Self.text(origin.isReference)
        saved.slots = try write(UnsafePointer(origin.arguments), origin.isReference)
        let number = append(saved, reference)
        objects[ObjectIdentifier(object)] = number
        return number
    }

    private func optimizer(_ optimizer: Optimizer, _ reference: UInt64?) throws(SnapshotFailure) -> UInt64 {
        if let known = objects[ObjectIdentifier(optimizer)] { return known }
        let number = try made(optimizer.origin, "an optimizer", optimizer, reference)
        optimizers.append((number, optimizer))
        return number
    }

    /// Adds what optimizers remember of parameters; to be called when all values have been added.
    package func finish() throws(SnapshotFailure) {
        for (block, optimizer) in optimizers where optimizer.stepCount > 0 {
            var remembered: [SavedBlock.Remembered] = []
            for home in homes {
                let state = optimizer.state(of: home.parameter)
                guard state.steps > 0 else { continue }
                name = "optimizer \(block)"
                remembered.append(
                    SavedBlock.Remembered(
                        block: home.block, path: home.path, steps: state.steps, scalar: state.scalar,
                        first: try state.first.map { tensor throws(SnapshotFailure) in try add(tensor: tensor, "first.\(home.path)") },
                        second: try state.second.map { tensor throws(SnapshotFailure) in try add(tensor: tensor, "second.\(home.path)") }))
            }
            blocks[Int(block) - 1].remembered = remembered
            blocks[Int(block) - 1].stepCount = optimizer.stepCount
            blocks[Int(block) - 1].learningRate = optimizer.learningRate
        }
    }

    private func layer(_ layer: BuiltInLayer, _ reference: UInt64?) throws(SnapshotFailure) -> UInt64 {
        if let known = objects[ObjectIdentifier(layer)] { return known }
        let number: UInt64
        if let sequential = layer as? Sequential {
            var parts: [UInt64] = []
            for part in sequential.layers {
                if let built = part as? BuiltInLayer {
                    parts.append(try self.layer(built, nil))
                } else if let own = part as? CellLayer {
                    parts.append(try existential(own.value))
                } else {
                    throw SnapshotFailure(reason: "a layer in it is of a kind that cannot be written")
                }
            }
            var saved = SavedBlock(.sequential)
            saved.slots = parts
            number = append(saved, reference)
            objects[ObjectIdentifier(layer)] = number
        } else {
            number = try described(layer, reference)
            var state: [String: String] = [:]
            let walk = ModelWalk(layer)
            for named in walk.parameters {
                state[named.path] = try add(tensor: named.parameter.value, "\(number).\(named.path)")
                homes.append((named.parameter, number, named.path))
            }
            for constant in walk.constants { state[constant.path] = try add(tensor: constant.tensor, "\(number).\(constant.path)") }
            blocks[Int(number) - 1].state = state
        }
        blocks[Int(number) - 1].count = layer.trainable ? 1 : 0
        if let settings = try? TrainingSettings.of(layer, "save") {
            do {
                blocks[Int(number) - 1].training = try training(settings)
            } catch {
                remarks.append("'\(name)' has to be compiled again where it is loaded: what 'compile' was given holds a function of a cell, or of the library, that cannot be written")
            }
        }
        return number
    }

    /// A layer by its architecture; one that has none, by how a cell made it.
    private func described(_ layer: BuiltInLayer, _ reference: UInt64?) throws(SnapshotFailure) -> UInt64 {
        guard let configuration = layer.configuration else { return try made(layer.origin, "a layer", layer, reference) }
        var saved = SavedBlock(.layer)
        saved.text = try make { try configuration.json() }
        let number = append(saved, reference)
        objects[ObjectIdentifier(layer)] = number
        return number
    }

    private func existential(_ value: AnyCellValue) throws(SnapshotFailure) -> UInt64 {
        var saved = SavedBlock(.existential)
        saved.type = value.type.description
        saved.layout = Self.text(value.type.layout.isReference)
        saved.slots = try write(value.slots, value.type.layout.isReference)
        return append(saved, nil)
    }

    private func training(_ settings: TrainingSettings) throws(SnapshotFailure) -> [UInt64] {
        let loss = HeapObject.makeNative(settings.loss)
        defer { HeapObject.release(loss) }
        var numbers = [try optimizer(settings.optimizer, nil), try native(loss)]
        self.numbers[loss] = nil
        for metric in settings.metrics {
            let reference = HeapObject.makeNative(metric)
            defer { HeapObject.release(reference) }
            numbers.append(try native(reference))
            self.numbers[reference] = nil
        }
        return numbers
    }

    /// The tensors as a file of the safetensors format.
    package func file(manifest: String) throws -> [UInt8] {
        try Safetensors.encode(tensors, metadata: ["vencejo.session": manifest])
    }
}
