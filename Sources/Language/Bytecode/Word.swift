import CMachine

/// An instruction's parts.
enum Word {
    @inline(__always)
    static func encode(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) -> UInt64 {
        UInt64(opcode.rawValue) | UInt64(truncatingIfNeeded: x & 0xff) << 8
            | UInt64(truncatingIfNeeded: a & 0xffff) << 16
            | UInt64(truncatingIfNeeded: b & 0xffff) << 32
            | UInt64(truncatingIfNeeded: c & 0xffff) << 48
    }

    /// With 32 bits in the place of b and c.
    static func encode(_ opcode: Opcode, a: Int, wide: Int) -> UInt64 {
        encode(opcode, a: a) | UInt64(UInt32(truncatingIfNeeded: wide)) << 32
    }

    @inline(__always) static func x(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 8) & 0xff)
    }
    @inline(__always) static func a(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 16) & 0xffff)
    }
    @inline(__always) static func b(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 32) & 0xffff)
    }
    @inline(__always) static func c(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: word &>> 48)
    }
    @inline(__always) static func signedB(_ word: UInt64) -> Int {
        Int(Int16(truncatingIfNeeded: word &>> 32))
    }
    @inline(__always) static func signedC(_ word: UInt64) -> Int {
        Int(Int16(truncatingIfNeeded: word &>> 48))
    }
    @inline(__always) static func wide(_ word: UInt64) -> Int {
        Int(Int32(truncatingIfNeeded: word &>> 32))
    }
}
