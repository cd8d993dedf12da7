/// A dictionary's or set's entries: rows of key and value slots in the order they were put in, and a table of hashes
/// that finds them. Iteration follows the rows.
package final class DictionaryStorage {
    package let keyType: Type
    /// Void for a set.
    package let valueType: Type
    package let keySlots: Int
    package let valueSlots: Int
    /// Rows: hash (0 for a removed one, otherwise with bit 0 set), key, value.
    private var rows: Slots
    private var rowCapacity: Int
    /// Rows in use, removed ones included.
    package private(set) var rowCount = 0
    package private(set) var count = 0
    /// Row number + 1, 0 where there is none; a power of two long.
    private var table: [Int32]

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
        for row in 0..<rowCount where isUsed(row) {
            HeapObject.release(key(row), keyType.layout)
            HeapObject.release(value(row), valueType.layout)
        }
        rows.deallocate()
    }

    package func isUsed(_ row: Int) -> Bool { rows[row * rowSlots] != 0 }
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
        var hasher = Hasher()
        try machine.hash(key, keyType, into: &hasher)
        return UInt64(bitPattern: Int64(hasher.finalize())) | 1
    }

    private func find(
        _ wanted: UnsafePointer<UInt64>, hash: UInt64, _ machine: Machine
    ) throws -> Int? {
        let mask = table.count - 1
        var index = Int(truncatingIfNeeded: hash >> 1) & mask
        while table[index] != 0 {
            let row = Int(table[index]) - 1
            if rows[row * rowSlots] == hash, try machine.equal(key(row), wanted, keyType) {
                return row
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Sets a key's value, taking the value over and, when the key is new, another reference to the key.
    package func set(
        _ newKey: UnsafePointer<UInt64>, _ newValue: UnsafePointer<UInt64>, _ machine: Machine
    ) throws {
        let hash = try hash(newKey, machine)
        if let row = try find(newKey, hash: hash, machine) {
            let target = value(row)
            let old = (0..<valueSlots).map { target[$0] }
            target.update(from: newValue, count: valueSlots)
            old.withUnsafeBufferPointer { buffer in
                if let base = buffer.baseAddress { HeapObject.release(base, valueType.layout) }
            }
            return
        }
        HeapObject.retain(newKey, keyType.layout)
        appendRow(hash: hash, newKey, newValue)
    }

    package func remove(_ key: UnsafePointer<UInt64>, _ machine: Machine) throws {
        guard let row = try find(key, machine) else { return }
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
        let capacity = max(count * 2, 4)
        let new = Slots.allocate(capacity: capacity * rowSlots)
        var used = 0
        for row in 0..<rowCount where isUsed(row) {
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
