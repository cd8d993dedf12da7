/// Mixes values into a number, the same in every run.
package struct CellHasher {
    private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    package init() {}

    @inline(__always)
    package mutating func combine(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
        state = product.high ^ product.low &+ 0x2545_f491_4f6c_dd1d
    }

    @inline(__always)
    package mutating func combine(_ value: Bool) { combine(value ? 1 : 0 as UInt64) }

    /// Strings that are canonically equivalent are equal, so text beyond ASCII goes by its normal form.
    package mutating func combine(_ text: String) {
        var text = text
        combine(&text)
    }

    /// The same of a text where it lies.
    package mutating func combine(_ text: UnsafeMutablePointer<String>) {
        let isDone: Bool = text.pointee.withUTF8 { bytes in
            var hasher = self
            guard Self.mix(bytes, into: &hasher) else { return false }
            self = hasher
            return true
        }
        if !isDone { combineBeyondASCII(text.pointee) }
    }

    @inline(never)
    private mutating func combineBeyondASCII(_ text: String) {
        // The few characters that are equivalent to one of ASCII.
        var plain = ""
        plain.unicodeScalars.append(
            contentsOf: text.unicodeScalars.lazy.map { scalar -> Unicode.Scalar in
                switch scalar.value {
                case 0x212a: "K"
                case 0x37e: ";"
                case 0x1fef: "`"
                default: scalar
                }
            })
        if plain.utf8.allSatisfy({ $0 < 0x80 }) { return combine(plain) }
        combine(UInt64(truncatingIfNeeded: text.hashValue))
    }

    /// False, and nothing mixed, when there is a byte beyond ASCII.
    private static func mix(_ bytes: UnsafeBufferPointer<UInt8>, into hasher: inout CellHasher) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset &+ 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { return false }
            hasher.combine(word)
            offset &+= 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        let left = raw.count &- offset
        if left & 4 != 0 {
            rest = UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            shift = 32
            offset &+= 4
        }
        if left & 2 != 0 {
            rest |= UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) &<< shift
            shift &+= 16
            offset &+= 2
        }
        if left & 1 != 0 { rest |= UInt64(raw[offset]) &<< shift }
        if rest & 0x8080_8080_8080_8080 != 0 { return false }
        rest |= UInt64(truncatingIfNeeded: raw.count) &<< 56
        hasher.combine(rest)
        return true
    }

    package func finalize() -> UInt64 {
        var result = state
        result ^= result >> 32
        result = result &* 0xd6e8_feb8_6659_fd93
        return result ^ (result >> 32)
    }
}
