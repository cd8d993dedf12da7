/// A dictionary's or set's entries: rows of key and value slots in the order they were put in, and a table of hashes
/// that finds them. Iteration follows the rows.
package final class DictionaryStorage {
    package let keyType: Type
    /// Void for a set.
    package let valueType: Type
    package let keySlots: Int
    package let valueSlots: Int
    /// Of a value as an optional.
    let optionalValueSlots: Int
    /// Rows: hash (0 for a removed one; bit 0 is set in one that is there, and clear in one whose value is lent), key,
    /// value.
    @exclusivity(unchecked) private var rows: Slots
    @exclusivity(unchecked) private var rowCapacity: Int
    /// Rows in use, removed ones included.
    @exclusivity(unchecked) package private(set) var rowCount = 0
    @exclusivity(unchecked) package private(set) var count = 0
    /// Row number + 1, 0 where there is none; a power of two long.
    @exclusivity(unchecked) private var table: UnsafeMutablePointer<Int32>
    /// The table's length less one.
    @exclusivity(unchecked) private var mask: Int
    /// Keys are being compared: a cell's own `==` must not change the dictionary that asks for it.
    @exclusivity(unchecked) private var isComparing = false
    private let keyForm: KeyForm

    /// Keys whose hash and equality need no look at their type, and the rest.
    private enum KeyForm {
        case word, text, other

        init(_ type: Type) {
            guard let nominal = type.nominal, nominal.conduct == nil, nominal.witnesses.isEmpty else {
                self = .other
                return
            }
            switch nominal.form {
            case .int, .bool: self = .word
            case .string, .character: self = .text
            default: self = .other
            }
        }
    }

    private var rowSlots: Int { 1 + keySlots + valueSlots }

    package init(keyType: Type, valueType: Type, capacity: Int = 4) {
        self.keyType = keyType
        self.valueType = valueType
        keyType.hold()
        valueType.hold()
        keySlots = keyType.layout.count
        valueSlots = valueType.layout.count
        optionalValueSlots = Type.optional(valueType).layout.count
        rowCapacity = max(capacity, 4)
        rows = .allocate(capacity: rowCapacity * (1 + keySlots + valueSlots))
        (table, mask) = Self.makeTable(rowCapacity)
        keyForm = KeyForm(keyType)
    }

    private static func makeTable(_ capacity: Int) -> (UnsafeMutablePointer<Int32>, Int) {
        var size = 8
        while size < capacity * 2 { size *= 2 }
        let table = UnsafeMutablePointer<Int32>.allocate(capacity: size)
        table.initialize(repeating: 0, count: size)
        return (table, size - 1)
    }

    deinit {
        for row in 0..<rowCount where rows[row * rowSlots] != 0 {
            HeapObject.release(key(row), keyType.layout)
            if isUsed(row) { HeapObject.release(value(row), valueType.layout) }
        }
        rows.deallocate()
        table.deallocate()
        keyType.letGo()
        valueType.letGo()
    }

    /// No code of a cell runs to hash or compare the keys.
    var hasPlainKeys: Bool { keyForm != .other }

    package func isUsed(_ row: Int) -> Bool { rows[row * rowSlots] & 1 != 0 }
    package func key(_ row: Int) -> Slots { rows + row * rowSlots + 1 }
    package func value(_ row: Int) -> Slots { rows + row * rowSlots + 1 + keySlots }

    package func copy() -> DictionaryStorage {
        let copy = DictionaryStorage(keyType: keyType, valueType: valueType, capacity: count)
        for row in 0..<rowCount where isUsed(row) {
            HeapObject.retain(key(row), keyType.layout)
            HeapObject.retain(value(row), valueType.layout)
            copy.appendRow(hash: rows[row * rowSlots], key(row), value(row))
        }
        return copy
    }

    /// The row of a key.
    package func find(_ wanted: UnsafePointer<UInt64>, _ machine: Machine) throws -> Int? {
        try find(wanted, hash: try hash(wanted, machine), machine)
    }

    private func hash(_ key: UnsafePointer<UInt64>, _ machine: Machine) throws -> UInt64 {
        var hasher = CellHasher()
        switch keyForm {
        case .word: hasher.combine(key[0])
        case .text: hasher.combine(HeapObject.string(HeapObject.block(key[0])))
        case .other: try machine.hash(key, keyType, into: &hasher)
        }
        return hasher.finalize() | 1
    }

    private func find(
        _ wanted: UnsafePointer<UInt64>, hash: UInt64, _ machine: Machine
    ) throws -> Int? {
        var index = Int(truncatingIfNeeded: hash >> 1) & mask
        while table[index] != 0 {
            let row = Int(table[index]) &- 1
            if rows[row &* rowSlots] == hash, try isKey(row, wanted, machine) { return row }
            index = (index &+ 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func isKey(_ row: Int, _ wanted: UnsafePointer<UInt64>, _ machine: Machine) throws -> Bool {
        switch keyForm {
        case .word: return key(row)[0] == wanted[0]
        case .text: return HeapObject.areEqualTexts(key(row)[0], wanted[0])
        case .other:
            isComparing = true
            defer { isComparing = false }
            return try machine.equal(key(row), wanted, keyType)
        }
    }

    private func checkAccess() throws {
        guard isComparing else { return }
        throw RuntimeFault(
            .precondition, "a dictionary or set was changed by the '==' or 'hash' of its own keys")
    }

    /// Sets a key's value, taking the value over and, when the key is new, another reference to the key.
    package func set(
        _ newKey: UnsafePointer<UInt64>, _ newValue: UnsafePointer<UInt64>, _ machine: Machine
    ) throws {
        try checkAccess()
        let hash = try hash(newKey, machine)
        if let row = try find(newKey, hash: hash, machine) {
            let target = value(row)
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: valueSlots + 1) { old in
                guard let base = old.baseAddress else { return }
                base.update(from: target, count: valueSlots)
                target.update(from: newValue, count: valueSlots)
                HeapObject.release(base, valueType.layout)
            }
            return
        }
        try add(newKey, newValue, hash: hash, machine)
    }

    /// Adds a key that is not there, taking the value over and another reference to the key.
    private func add(
        _ newKey: UnsafePointer<UInt64>, _ newValue: UnsafePointer<UInt64>, hash: UInt64,
        _ machine: Machine
    ) throws {
        if rowCount == rowCapacity { try machine.approve(words: 2 * rowCapacity * rowSlots) }
        HeapObject.retain(newKey, keyType.layout)
        appendRow(hash: hash, newKey, newValue)
    }

    /// The slots of a key's value, which is put there first when there is none: `fallback`, with another reference.
    package func valueSlots(
        _ key: UnsafePointer<UInt64>, default fallback: UnsafePointer<UInt64>, _ machine: Machine
    ) throws -> Slots {
        try checkAccess()
        let hash = try hash(key, machine)
        if let row = try find(key, hash: hash, machine) { return value(row) }
        HeapObject.retain(fallback, valueType.layout)
        try add(key, fallback, hash: hash, machine)
        return value(rowCount - 1)
    }

    /// Hands out a key's value to be changed: until it is put back the key counts as not there.
    package func lend(
        _ key: UnsafePointer<UInt64>, to target: Slots, _ machine: Machine
    ) throws -> Bool {
        try checkAccess()
        guard let row = try find(key, machine) else { return false }
        target.update(from: value(row), count: valueSlots)
        rows[row * rowSlots] &= ~1
        count -= 1
        return true
    }

    /// Puts a lent value back in its place, or sets it as a new one.
    package func putBack(
        _ key: UnsafePointer<UInt64>, _ newValue: UnsafePointer<UInt64>, _ machine: Machine
    ) throws {
        let hash = try hash(key, machine)
        if let row = try find(key, hash: hash & ~1, machine), try find(key, hash: hash, machine) == nil {
            value(row).update(from: newValue, count: valueSlots)
            rows[row * rowSlots] |= 1
            count += 1
            return
        }
        try set(key, newValue, machine)
    }

    /// A lent value does not come back: its key goes.
    package func forget(_ key: UnsafePointer<UInt64>, _ machine: Machine) throws {
        let hash = try hash(key, machine)
        guard let row = try find(key, hash: hash & ~1, machine) else {
            return try remove(key, machine)
        }
        rows[row * rowSlots] = 0
        HeapObject.release(self.key(row), keyType.layout)
    }

    package func remove(_ key: UnsafePointer<UInt64>, _ machine: Machine) throws {
        try checkAccess()
        guard let row = try find(key, machine) else { return }
        remove(row: row)
    }

    package func remove(row: Int) {
        // The hash stays out of the row, the table's entry stays: probing goes on past it.
        rows[row * rowSlots] = 0
        count -= 1
        HeapObject.release(self.key(row), keyType.layout)
        HeapObject.release(value(row), valueType.layout)
    }

    private func appendRow(
        hash: UInt64, _ newKey: UnsafePointer<UInt64>, _ newValue: UnsafePointer<UInt64>
    ) {
        if rowCount == rowCapacity { grow() }
        let row = rowCount
        rowCount += 1
        count += 1
        rows[row * rowSlots] = hash
        key(row).update(from: newKey, count: keySlots)
        value(row).update(from: newValue, count: valueSlots)
        enter(row, hash)
    }

    private func enter(_ row: Int, _ hash: UInt64) {
        var index = Int(truncatingIfNeeded: hash >> 1) & mask
        while table[index] != 0 { index = (index + 1) & mask }
        table[index] = Int32(truncatingIfNeeded: row + 1)
    }

    /// Room for more rows; removed ones are left behind.
    private func grow() {
        let lent = (0..<rowCount).count { rows[$0 * rowSlots] != 0 && !isUsed($0) }
        let capacity = max((count + lent) * 2, 4)
        let new = Slots.allocate(capacity: capacity * rowSlots)
        var used = 0
        for row in 0..<rowCount where rows[row * rowSlots] != 0 {
            (new + used * rowSlots).update(from: rows + row * rowSlots, count: rowSlots)
            used += 1
        }
        rows.deallocate()
        rows = new
        rowCapacity = capacity
        rowCount = used
        table.deallocate()
        (table, mask) = Self.makeTable(capacity)
        for row in 0..<used { enter(row, rows[row * rowSlots]) }
    }
}

extension HeapObject {
    package static func makeDictionary(_ storage: DictionaryStorage) -> Reference {
        let block = allocate(.dictionary, bodyWords: 1, descriptor: 0)
        block[3] = UInt64(UInt(bitPattern: Unmanaged.passRetained(storage).toOpaque()))
        return reference(block)
    }

    package static func dictionary(_ reference: Reference) -> DictionaryStorage {
        Unmanaged<DictionaryStorage>.fromOpaque(pointer(block(reference)[3])).takeUnretainedValue()
    }

    /// No code of a cell runs to hash or compare the dictionary's keys.
    static func hasPlainKeys(_ reference: Reference) -> Bool {
        Unmanaged<DictionaryStorage>.fromOpaque(pointer(block(reference)[3]))
            ._withUnsafeGuaranteedRef { $0.hasPlainKeys }
    }

    /// Works with the storage; without counting a reference to it where no code of a cell can make the variable go that
    /// holds it.
    @inline(__always)
    static func withDictionary<Result>(
        _ reference: Reference, _ body: (DictionaryStorage) throws -> Result
    ) rethrows -> Result {
        if hasPlainKeys(reference) {
            return try Unmanaged<DictionaryStorage>.fromOpaque(pointer(block(reference)[3]))
                ._withUnsafeGuaranteedRef(body)
        }
        return try body(dictionary(reference))
    }

    /// The storage for changing: a copy of its own when others share it.
    package static func uniqueDictionary(_ place: Slots) -> DictionaryStorage {
        let storage = dictionary(place[0])
        if isUnique(place[0]) { return storage }
        let copy = storage.copy()
        release(place[0])
        place[0] = makeDictionary(copy)
        return copy
    }
}
