internal import Datasets
package import Language
internal import NeuralNetworks
internal import Tensors

/// Makes values again from blocks and tensors.
package final class SnapshotReader {
    let blocks: [SavedBlock]
    private let tensors: [String: Tensor]
    private var made: [UInt64: UInt64] = [:]
    private var inProgress: Set<UInt64> = []
    private let library: Library
    private let machine: Machine
    private let resolve: (String) -> Type?

    /// - Parameter resolve: the type that a text names in the session.
    package init(_ blocks: [SavedBlock], file: [UInt8], path: String, _ library: Library, _ machine: Machine, resolve: @escaping (String) -> Type?) throws {
        self.blocks = blocks
        var byName: [String: Tensor] = [:]
        for (name, tensor) in try Safetensors.decode(file, path: path) { byName[name] = tensor }
        tensors = byName
        self.library = library
        self.machine = machine
        self.resolve = resolve
    }

    deinit {
        for reference in made.values { HeapObject.release(reference) }
    }

    /// The text beside the tensors of a file; nil when it is no saved session.
    package static func manifest(of file: [UInt8], path: String) throws -> String? {
        try Safetensors.metadata(path)["vencejo.session"]
    }

    /// Writes a variable's slots, which were all 0.
    package func read(_ saved: [UInt64], _ type: Type, into slots: UnsafeMutablePointer<UInt64>) throws {
        try fill(slots, saved, type.layout.isReference)
    }

    private func fill(_ slots: UnsafeMutablePointer<UInt64>, _ saved: [UInt64], _ isReference: [Bool]) throws {
        guard saved.count == isReference.count else { throw SnapshotFailure(reason: "a value has \(saved.count) parts where \(isReference.count) are expected") }
        for (index, value) in saved.enumerated() { slots[index] = isReference[index] ? try reference(value) : value }
    }

    /// A reference of the caller's own.
    private func reference(_ number: UInt64) throws -> UInt64 {
        if number == 0 { return 0 }
        guard number <= UInt64(blocks.count) else { throw SnapshotFailure(reason: "a value refers to what is not in the file") }
        if made[number] == nil {
            guard inProgress.insert(number).inserted else { throw SnapshotFailure(reason: "values refer to each other in a way that cannot be") }
            try make(number)
            inProgress.remove(number)
        }
        guard let reference = made[number] else { throw SnapshotFailure(reason: "a value could not be made") }
        HeapObject.retain(reference)
        return reference
    }

    private func layout(_ text: String?) -> [Bool] { (text ?? "").map { $0 == "1" } }

    func tensor(_ name: String?) throws -> Tensor {
        guard let name, let tensor = tensors[name] else { throw SnapshotFailure(reason: "the tensor '\(name ?? "")' is missing") }
        return tensor
    }

    private func make(_ number: UInt64) throws {
        let saved = blocks[Int(number) - 1]
        switch saved.kind {
        case .string: made[number] = HeapObject.makeString(saved.text ?? "")
        case .substring: made[number] = HeapObject.makePart(saved.text ?? "")
        case .array: try makeArray(number, saved)
        case .object, .existential: try makeTyped(number, saved)
        case .dictionary: try makeDictionary(number, saved)
        case .tensor: made[number] = HeapObject.makeNative(try tensor(saved.tensor))
        case .parameter: made[number] = HeapObject.makeNative(Parameter(try tensor(saved.tensor)))
        case .member: made[number] = try NativeMembers(library, machine).value(owner: saved.owner ?? "", text: saved.text ?? "")
        case .made: try makeNative(number, saved)
        case .layer:
            let layer = try Architecture.layer(Configuration.parse(saved.text ?? ""))
            made[number] = HeapObject.makeNative(LayerValue(layer: layer))
            try restore(layer, saved)
        case .sequential: try makeSequential(number, saved)
        case .history:
            var history = History()
            for (index, epoch) in (saved.epochs ?? []).enumerated() {
                let entries = zip(saved.keys ?? [], saved.series ?? []).filter { $1.count > index }.map { (key: $0, value: $1[index]) }
                history.append(epoch: epoch, TrainingLogs(entries))
            }
            made[number] = HeapObject.makeNative(history)
        case .dataset:
            let data = Dataset(try tensor(saved.state?["features"]), try tensor(saved.state?["labels"]), classNames: saved.keys ?? [])
            made[number] = HeapObject.makeNative(data)
        case .column, .frame, .vocabulary: made[number] = try makeTable(saved)
        }
    }

    private func makeArray(_ number: UInt64, _ saved: SavedBlock) throws {
        let layout = layout(saved.layout)
        let count = saved.count ?? 0
        let array = HeapObject.makeArray(capacity: count, layout: LayoutTable.descriptor(Layout(isReference: layout)))
        made[number] = HeapObject.reference(array)
        let elements = HeapObject.elements(array)
        elements.update(repeating: 0, count: count * layout.count)
        array[3] = UInt64(count)
        if let name = saved.tensor {
            let values = try tensor(name).scalars(as: Int.self)
            guard values.count == count * layout.count else { throw SnapshotFailure(reason: "an array has lost elements") }
            for (index, value) in values.enumerated() { elements[index] = UInt64(bitPattern: Int64(value)) }
            return
        }
        let slots = saved.slots ?? []
        guard slots.count == count * layout.count else { throw SnapshotFailure(reason: "an array has lost elements") }
        for index in 0..<count {
            try fill(elements + index * layout.count, Array(slots[index * layout.count..<(index + 1) * layout.count]), layout)
        }
    }

    private func makeTyped(_ number: UInt64, _ saved: SavedBlock) throws {
        guard let name = saved.type, let type = resolve(name) else { throw SnapshotFailure(reason: "there is no type '\(saved.type ?? "")'") }
        let layout = layout(saved.layout)
        let block = HeapObject.makeTyped(saved.kind == .object ? .object : .existential, type, layout: LayoutTable.descriptor(Layout(isReference: layout)))
        let slots = block + HeapObject.typedHeaderWords
        slots.update(repeating: 0, count: layout.count)
        made[number] = HeapObject.reference(block)
        // An object may hold itself.
        inProgress.remove(number)
        try fill(slots, saved.slots ?? [], layout)
    }

    private func makeDictionary(_ number: UInt64, _ saved: SavedBlock) throws {
        guard let keyType = resolve(saved.type ?? ""), let valueType = resolve(saved.valueType ?? "") else { throw SnapshotFailure(reason: "there is no type '\(saved.type ?? "")' or '\(saved.valueType ?? "")'") }
        let storage = DictionaryStorage(keyType: keyType, valueType: valueType, capacity: saved.count ?? 0)
        let reference = HeapObject.makeDictionary(storage)
        made[number] = reference
        let keySlots = keyType.layout.count
        let rowSlots = keySlots + valueType.layout.count
        let slots = saved.slots ?? []
        guard slots.count == rowSlots * (saved.count ?? 0) else { throw SnapshotFailure(reason: "a dictionary has lost entries") }
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(rowSlots, 1)) { buffer in
            guard let row = buffer.baseAddress else { return }
            for start in stride(from: 0, to: slots.count, by: max(rowSlots, 1)) {
                try fill(row, Array(slots[start..<start + keySlots]), keyType.layout.isReference)
                defer { HeapObject.release(row, keyType.layout) }
                try fill(row + keySlots, Array(slots[start + keySlots..<start + rowSlots]), valueType.layout.isReference)
                try storage.set(row, row + keySlots, machine)
            }
        }
    }

    private func makeNative(_ number: UInt64, _ saved: SavedBlock) throws {
        guard let owner = saved.owner,
            let declaration = library.table.declarations.first(where: { $0.owner == owner && $0.text == saved.text }),
            case .native(let function) = declaration.implementation
        else { throw SnapshotFailure(reason: "there is no '\(saved.text ?? "init")' of '\(saved.owner ?? "")'") }
        let layout = layout(saved.layout)
        var result: UInt64 = 0
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: layout.count + 1) { buffer in
            guard let arguments = buffer.baseAddress else { return }
            arguments.update(repeating: 0, count: layout.count + 1)
            defer { HeapObject.release(arguments, Layout(isReference: layout)) }
            try fill(arguments, saved.slots ?? [], layout)
            try machine.invoke(function, arguments: arguments, argumentSlots: layout.count, result: &result, resultSlots: 1)
        }
        made[number] = result
        guard let layer = HeapObject.native(result, as: LayerValue.self)?.pointee.layer else { return }
        try restore(layer, saved)
    }

    /// Gives optimizers back what they remembered; to be called when all variables have been read.
    package func finish() throws {
        for (index, saved) in blocks.enumerated() {
            guard let remembered = saved.remembered, let reference = made[UInt64(index + 1)],
                let optimizer = HeapObject.native(reference, as: OptimizerValue.self)?.pointee.optimizer
            else { continue }
            let schedule = optimizer.schedule
            optimizer.learningRate = saved.learningRate ?? optimizer.learningRate
            optimizer.schedule = schedule
            optimizer.stepCount = saved.stepCount ?? 0
            for one in remembered {
                guard let home = made[one.block], let parameter = parameter(in: home, one.path) else { continue }
                let state = optimizer.state(of: parameter)
                state.steps = one.steps
                state.scalar = one.scalar
                state.first = try one.first.map { try tensor($0) }
                state.second = try one.second.map { try tensor($0) }
            }
        }
    }

    private func parameter(in home: UInt64, _ path: String) -> Parameter? {
        if let own = HeapObject.native(home, as: Parameter.self) { return own.pointee }
        guard let layer = HeapObject.native(home, as: LayerValue.self)?.pointee.layer else { return nil }
        return ModelWalk(layer).parameters.first { $0.path == path }?.parameter
    }

    private func restore(_ layer: BuiltInLayer, _ saved: SavedBlock) throws {
        if let state = saved.state, !state.isEmpty {
            try ModelFile.restore(layer, state.sorted { $0.key < $1.key }.map { (name: $0.key, tensor: try tensor($0.value)) }, from: "session")
        }
        try finish(layer, saved)
    }

    private func makeSequential(_ number: UInt64, _ saved: SavedBlock) throws {
        let layers = try (saved.slots ?? []).map { part -> any Layer in
            var slot = try reference(part)
            defer { HeapObject.release(slot) }
            if let built = HeapObject.native(slot, as: LayerValue.self) { return built.pointee.layer }
            return try withUnsafePointer(to: &slot) { try LayerArgument.load($0).layer }
        }
        let model = Sequential(layers)
        made[number] = HeapObject.makeNative(LayerValue(layer: model))
        try finish(model, saved)
    }

    private func finish(_ layer: BuiltInLayer, _ saved: SavedBlock) throws {
        if saved.count == 0 { layer.trainable = false }
        guard let training = saved.training, training.count > 1 else { return }
        var references: [UInt64] = []
        defer { for reference in references { HeapObject.release(reference) } }
        for number in training { references.append(try reference(number)) }
        guard let optimizer = HeapObject.native(references[0], as: OptimizerValue.self), let loss = HeapObject.native(references[1], as: Loss.self) else { return }
        let metrics = references.dropFirst(2).compactMap { HeapObject.native($0, as: Metric.self)?.pointee }
        try Training.compile(layer, optimizer: optimizer.pointee.optimizer, loss: loss.pointee, metrics: metrics)
    }
}
