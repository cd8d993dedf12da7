internal import DataFrames
internal import Datasets
internal import Language
internal import Tensors

// Tables, their columns, and the vocabularies of texts: numbers go to the tensors, texts to the block.

extension SnapshotWriter {
    /// The block of a table, a column or a vocabulary; nil for another value.
    func table(_ reference: UInt64) throws(SnapshotFailure) -> UInt64? {
        if let frame = HeapObject.native(reference, as: DataFrame.self)?.pointee {
            var saved = SavedBlock(.frame)
            saved.slots = try frame.series.map { column throws(SnapshotFailure) in append(try self.column(column), nil) }
            return append(saved, reference)
        }
        if let column = HeapObject.native(reference, as: Column.self)?.pointee { return append(try self.column(column), reference) }
        var saved = SavedBlock(.vocabulary)
        if let characters = HeapObject.native(reference, as: CharacterVocabulary.self)?.pointee {
            saved.keys = characters.tokens
        } else if let words = HeapObject.native(reference, as: WordVocabulary.self)?.pointee {
            saved.keys = words.tokens
            saved.count = words.lowercased ? 1 : 0
        } else {
            return nil
        }
        return append(saved, reference)
    }

    private func column(_ column: Column) throws(SnapshotFailure) -> SavedBlock {
        var saved = SavedBlock(.column)
        saved.text = column.name
        saved.type = column.kind.rawValue
        switch column.values {
        case .int(let values): saved.tensor = try add(values, column.name, .int64)
        case .double(let values): saved.tensor = try add(values, column.name, .float64)
        case .bool(let values): saved.tensor = try add(values.map { $0 ? 1 : 0 }, column.name, .uint8)
        case .string(let values): saved.keys = values
        }
        if !column.missing.isEmpty {
            saved.state = ["missing": try add(column.missing.map { $0 ? 1 : 0 }, column.name + ".missing", .uint8)]
        }
        return saved
    }

    private func add<Value: TensorElement>(_ values: [Value], _ path: String, _ type: DType) throws(SnapshotFailure) -> String {
        try add(tensor: try make { try Checked.tensor(values, shape: [values.count], dtype: type) }, path)
    }
}

extension SnapshotReader {
    /// The value of a block that `table` wrote.
    func makeTable(_ saved: SavedBlock) throws -> UInt64 {
        switch saved.kind {
        case .column: return HeapObject.makeNative(try column(saved))
        case .frame:
            let columns = try (saved.slots ?? []).map { number in
                guard number > 0, number <= blocks.count else { throw SnapshotFailure(reason: "a column of a table is missing") }
                return try column(blocks[Int(number) - 1])
            }
            return HeapObject.makeNative(try DataFrame(checking: columns))
        default:
            let tokens = saved.keys ?? []
            if let count = saved.count { return HeapObject.makeNative(WordVocabulary(tokens: tokens, lowercased: count == 1)) }
            return HeapObject.makeNative(CharacterVocabulary(characters: tokens.compactMap(\.first)))
        }
    }

    private func column(_ saved: SavedBlock) throws -> Column {
        let values: Column.Values
        switch Column.Kind(rawValue: saved.type ?? "") {
        case .int: values = .int(try tensor(saved.tensor).scalars(as: Int.self))
        case .double: values = .double(try tensor(saved.tensor).scalars(as: Double.self))
        case .bool: values = .bool(try tensor(saved.tensor).scalars(as: Int.self).map { $0 != 0 })
        case .string: values = .string(saved.keys ?? [])
        case nil: throw SnapshotFailure(reason: "there is no column of '\(saved.type ?? "")'")
        }
        let missing = try (saved.state?["missing"]).map { try tensor($0).scalars(as: Int.self).map { $0 != 0 } }
        let column = Column(name: saved.text ?? "", values: values, missing: missing ?? [])
        guard missing.map({ $0.count == column.count }) ?? true else { throw SnapshotFailure(reason: "a column has lost values") }
        return column
    }
}
