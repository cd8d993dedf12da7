/// A dictionary's or set's entries: rows of key and value slots in the order they were put in, and a table of hashes
/// that finds them. Iteration follows the rows.
package final class DictionaryStorage {
    package let keyType: Type
    /// Void for a set.
    package let valueType: Type
    package let keySlots: Int
    package let valueSlots: Int
    /// Rows: hash (0 for a removed one; bit 0 is set in one that is there, and clear in one whose value is lent), key,
    /// value.
    private var rows: Slots
    private var rowCapacity: Int
    /// Rows in use, removed ones included.
    package private(set) var rowCount = 0
    package private(set) var count = 0
    /// Row number + 1, 0 where there is none; a power of two long.
    private var table: [Int32]
    /// Keys are being compared: a cell's own `==` must not change the dictionary that asks for it.
    private var isComparing = false

    private var rowSlots: Int { 1 + keySlots + valueSlots }

    package init(keyType: Type, valueType: Type, capacity: Int = 4) {
        self.keyType = keyType
        self.valueType = valueType
        keySlots = keyType.layout.count
        valueSlots = valueType.layout.count
        rowCapacity = max(capacity, 4)
        rows = .allocate(capacity: rowCapacity * (1 + keySlots + valueSlots))
        var size = 8
        while size < rowCapacity * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
    }

    deinit {
        for row in 0..<rowCount where rows[row * rowSlots] != 0 {
            HeapObject.release(key(row), keyType.layout)
            if isUsed(row) { HeapObject.release(value(row), valueType.layout) }
        }
        rows.deallocate()
    }

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
        try machine.hash(key, keyType, into: &hasher)
        return hasher.finalize() | 1
    }

    private func find(
        _ wanted: UnsafePointer<UInt64>, hash: UInt64, _ machine: Machine
    ) throws -> Int? {
        let mask = table.count - 1
        var index = Int(truncatingIfNeeded: hash >> 1) & mask
        while table[index] != 0 {
            let row = Int(table[index]) - 1
            if rows[row * rowSlots] == hash {
                isComparing = true
                defer { isComparing = false }
                if try machine.equal(key(row), wanted, keyType) { return row }
            }
            index = (index + 1) & mask
        }
        return nil
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
        let mask = table.count - 1
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
        var size = 8
        while size < capacity * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
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
