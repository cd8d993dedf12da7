/// Different values numbered in the order in which they first appear.
///
/// Most columns are of numbers or of short words, which are equal when their bits are: a table of bits finds them in a
/// fraction of a dictionary's time. Other texts, of which different bytes may be the same text, go through a dictionary.
struct ValueNumbers {
    /// A value's bits.
    struct Key: Equatable {
        var low: UInt64
        var high: UInt64

        init(_ low: UInt64, _ high: UInt64 = 0) {
            self.low = low
            self.high = high
        }

        /// The key of a text of up to fifteen ASCII characters.
        init?(_ text: String) {
            let key = text.utf8.withContiguousStorageIfAvailable { bytes -> Key? in
                guard bytes.count < 16 else { return nil }
                var (low, high): (UInt64, UInt64) = (0, 0)
                for index in 0..<bytes.count {
                    let byte = UInt64(bytes[index])
                    if index < 8 { low |= byte << (8 * UInt64(index)) } else { high |= byte << (8 * UInt64(index - 8)) }
                }
                guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nil }
                return Key(low, high | UInt64(bytes.count) << 56)
            }
            guard let key, let key else { return nil }
            self = key
        }
    }

    /// How many different values there are.
    private(set) var count = 0
    private var keys: [Key] = []
    private var numberOfKey: [Int32] = []
    /// Where in `keys` a hash's key is, −1 for none; its length is a power of two.
    private var slots = [Int32](repeating: -1, count: 64)
    private var texts: [String: Int] = [:]

    mutating func number(_ value: String) -> Int {
        if let key = Key(value) { return number(key) }
        if let known = texts[value] { return known }
        texts[value] = count
        return next()
    }

    mutating func number(_ key: Key) -> Int {
        var slot = Self.slot(key, slots.count)
        while slots[slot] >= 0 {
            let at = Int(slots[slot])
            if keys[at] == key { return Int(numberOfKey[at]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        numberOfKey.append(Int32(count))
        if keys.count * 2 > slots.count { grow() }
        return next()
    }

    /// A number for a value that is not asked for again.
    mutating func next() -> Int {
        count += 1
        return count - 1
    }

    private static func slot(_ key: Key, _ count: Int) -> Int {
        let mixed = (key.low ^ (key.high << 17 | key.high >> 47)) &* 0x9e37_79b9_7f4a_7c15
        return Int((mixed ^ mixed >> 32) & UInt64(count - 1))
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (at, key) in keys.enumerated() {
            var slot = Self.slot(key, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(at)
        }
    }
}
