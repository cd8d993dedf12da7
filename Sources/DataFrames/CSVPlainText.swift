internal import Dispatch
internal import Glibc
internal import Tensors

/// Text of a table without quotes, whose rows all have as many fields: what most files are. It is split by several
/// threads, eight bytes at a time.
///
/// Everything else, and every error, is for ``CSVReader``, which reads byte by byte and knows the line.
struct CSVPlainText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private let start: Int
    private let width: Int

    private static let newline = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")
    /// Pieces below this are not worth a thread.
    private static let piece = 1 << 18

    /// Nil where there are quotes or the first line is empty.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        guard start < bytes.count, memchr(bytes.baseAddress.unsafelyUnwrapped, Int32(UInt8(ascii: "\"")), bytes.count) == nil
        else { return nil }
        let line = bytes[start...].firstIndex(of: Self.newline) ?? bytes.count
        let isEmpty = line == start || line == start + 1 && bytes[start] == Self.carriage
        guard !isEmpty else { return nil }
        width = bytes[start..<line].count { $0 == separator } + 1
    }

    /// The fields, or nil where a row has more or fewer than the first.
    func split() -> (fields: [CSVReader.Field], width: Int, rows: Int)? {
        let pieces = pieces()
        var counts = [(ends: Int, carriages: Int)](repeating: (0, 0), count: pieces.count)
        counts.withUnsafeMutableBufferPointer { counts in
            nonisolated(unsafe) let places = counts
            nonisolated(unsafe) let text = self
            DispatchQueue.concurrentPerform(iterations: pieces.count) { places[$0] = text.count(in: pieces[$0]) }
        }
        // A last line without a break ends with the text.
        if bytes[bytes.count - 1] != Self.newline { counts[counts.count - 1].ends += 1 }
        let total = counts.reduce(0) { $0 + $1.ends }
        guard total % width == 0 else { return nil }
        var firsts: [Int] = []
        var before = 0
        for count in counts {
            firsts.append(before)
            before += count.ends
        }
        var carriages = [Int?](repeating: nil, count: pieces.count)
        let fields = [CSVReader.Field](unsafeUninitializedCapacity: total) { fields, count in
            carriages.withUnsafeMutableBufferPointer { carriages in
                nonisolated(unsafe) let results = carriages
                nonisolated(unsafe) let out = fields
                nonisolated(unsafe) let text = self
                let starts = firsts
                DispatchQueue.concurrentPerform(iterations: pieces.count) {
                    results[$0] = text.write(pieces[$0], to: out, from: starts[$0])
                }
            }
            // What a piece left out where it gave up is plain memory.
            count = total
        }
        // A carriage return that no line feed follows ends a line, too.
        return zip(carriages, counts).allSatisfy({ $0 == $1.carriages }) ? (fields, width, total / width) : nil
    }

    /// Whole lines, about as many for each thread.
    private func pieces() -> [Range<Int>] {
        let most = max(1, min(NumericRuntime.threadCount, (bytes.count - start) / Self.piece))
        var pieces: [Range<Int>] = []
        var from = start
        for index in 1...most {
            let wanted = index == most ? bytes.count : max(from, start + (bytes.count - start) / most * index)
            let end = wanted >= bytes.count ? bytes.count : (bytes[wanted...].firstIndex(of: Self.newline) ?? bytes.count - 1) + 1
            if end > from { pieces.append(from..<end) }
            from = end
        }
        return pieces
    }

    /// How many fields end in a piece, and how many carriage returns are in it.
    private func count(in piece: Range<Int>) -> (ends: Int, carriages: Int) {
        var (ends, carriages) = (0, 0)
        let base = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
        let (separators, breaks, returns) = (Self.word(separator), Self.word(Self.newline), Self.word(Self.carriage))
        var position = piece.lowerBound
        while position &+ 8 <= piece.upperBound {
            let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            ends &+= (Self.zeros(word ^ separators) | Self.zeros(word ^ breaks)).nonzeroBitCount
            carriages &+= Self.zeros(word ^ returns).nonzeroBitCount
            position &+= 8
        }
        for byte in bytes[position..<piece.upperBound] {
            if byte == separator || byte == Self.newline { ends += 1 }
            if byte == Self.carriage { carriages += 1 }
        }
        return (ends, carriages)
    }

    /// A word of eight times the same byte.
    private static func word(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Bytes that are zero, as their highest bits.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
        return ~(((word & low) &+ low) | word | low)
    }

    /// Writes the fields of a piece and gives the number of line ends with a carriage return; nil where a row has another
    /// number of fields.
    private func write(_ piece: Range<Int>, to fields: UnsafeMutableBufferPointer<CSVReader.Field>, from first: Int) -> Int? {
        let (separators, breaks) = (Self.word(separator), Self.word(Self.newline))
        let base = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
        var (begin, field, left, carriages) = (piece.lowerBound, first, width, 0)
        func close(_ position: Int, isBreak: Bool) -> Bool {
            left &-= 1
            let isCarriage = isBreak && position > begin && bytes[position - 1] == Self.carriage
            if isCarriage { carriages &+= 1 }
            fields[field] = CSVReader.Field(start: begin, end: isCarriage ? position - 1 : position)
            field &+= 1
            begin = position &+ 1
            guard isBreak else { return left > 0 }
            defer { left = width }
            return left == 0
        }
        var position = piece.lowerBound
        while position &+ 8 <= piece.upperBound {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            var found = Self.zeros(word ^ separators) | Self.zeros(word ^ breaks)
            while found != 0 {
                let at = position &+ found.trailingZeroBitCount / 8
                guard close(at, isBreak: bytes[at] == Self.newline) else { return nil }
                found &= found &- 1
            }
            position &+= 8
        }
        while position < piece.upperBound {
            let byte = bytes[position]
            if byte == separator || byte == Self.newline {
                guard close(position, isBreak: byte == Self.newline) else { return nil }
            }
            position += 1
        }
        // The text's last line need not end with a break.
        if piece.upperBound == bytes.count, bytes[bytes.count - 1] != Self.newline, !close(bytes.count, isBreak: true) { return nil }
        return carriages
    }
}
