/// `Data`: bytes, as Foundation has them.
extension StandardLibrary {
    func declareData() {
        let type = structure("Data", [], "Bytes: what a text or a file is made of.", "let bytes = Data(\"hi\".utf8)\nprint(bytes, bytes[0])") { _ in [("_bytes", .array(.make(.nominal(.named("UInt8") ?? .int, []))), true)] }
        type.isOfStandardLibrary = false
        type.conduct = Conduct(describe: { _, slots, _, _, text in
            let count = HeapObject.array(slots[0]).count
            text += count == 1 ? "1 byte" : "\(count) bytes"
        })
        let parts = ["Element": "UInt8", "Index": "Int", "SubSequence": "Slice<Data>"]
        table.conform("Data", to: "RandomAccessCollection", types: parts)
        for name in ["MutableCollection", "Hashable", "CustomStringConvertible"] { table.conform("Data", to: name) }
        let example = "var bytes = Data([1, 2])\nbytes.append(3)\nbytes[0] = 9\nprint(bytes.count, Array(bytes))"
        func data(_ text: String, _ documentation: String, _ example: String = example) { source(on: "Data", text, documentation, example) }
        data("init() {\n self._bytes = []\n}", "No bytes.", "print(Data().isEmpty)")
        data("init<S: Sequence>(_ bytes: S) where S.Element == UInt8 {\n self._bytes = Array(bytes)\n}", "The bytes of a sequence.")
        data("init(repeating byte: UInt8, count: Int) {\n self._bytes = Array(repeating: byte, count: count)\n}", "One byte, `count` times.", "print(Array(Data(repeating: 7, count: 2)))")
        data("var startIndex: Int {\n 0\n}", "The first position.", "print(Data([1]).startIndex)")
        data("var endIndex: Int {\n _bytes.count\n}", "The position behind the last.", "print(Data([1]).endIndex)")
        data("var count: Int {\n _bytes.count\n}", "How many bytes there are.")
        data("subscript(i: Int) -> UInt8 {\n get { _bytes[i] }\n set { _bytes[i] = newValue }\n}", "The byte at a position.")
        data("mutating func append(_ byte: UInt8) {\n _bytes.append(byte)\n}", "Puts a byte at the end.")
        data("mutating func append<S: Sequence>(contentsOf bytes: S) where S.Element == UInt8 {\n _bytes.append(contentsOf: bytes)\n}", "Puts bytes at the end.", "var bytes = Data()\nbytes.append(contentsOf: [1, 2])\nprint(bytes)")
        data("var description: String {\n _bytes.count == 1 ? \"1 byte\" : String(_bytes.count) + \" bytes\"\n}", "How many bytes there are, in words.", "print(Data([1, 2]).description)")
        source(on: "StringProtocol", "func data(using encoding: String.Encoding) -> Data? {\n if encoding.rawValue == 10 {\n  var bytes: [UInt8] = [255, 254]\n  for unit in utf16 {\n   bytes.append(UInt8(unit % 256))\n   bytes.append(UInt8(unit / 256))\n  }\n  return Data(bytes)\n }\n let bytes = utf8\n return encoding.rawValue == 1 && bytes.contains { $0 > 127 } ? nil : Data(bytes)\n}", "The text's bytes, or nil where the encoding has none for it.", "print(\"año\".data(using: .utf8)!, \"año\".data(using: .ascii) == nil)")
        source(on: "String", "init<C: Collection>(decoding bytes: C, as encoding: UTF8.Type) where C.Element == UInt8 {\n self = String(decoding: Array(bytes), as: encoding)\n}", "The text that bytes of UTF-8 stand for.", "print(String(decoding: Data([104, 105]), as: UTF8.self))")
        source(on: "String", "init?(data: Data, encoding: String.Encoding) {\n guard let text = String(bytes: data._bytes, encoding: encoding) else { return nil }\n self = text\n}", "The text that bytes stand for, or nil where they stand for none.", "print(String(data: Data([104, 105]), encoding: .utf8) ?? \"\")")
    }
}
