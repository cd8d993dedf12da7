import JSON
import JupyterMessaging
import Testing

@Suite("JSON")
struct JSONParserTests {
    func parse(_ text: String) throws -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }

    @Test("What is read is written back the same, members in their order")
    func roundTrip() throws {
        let text = #"{"z":1,"a":[true,false,null,-2.5,"x\"\\\n\u0001é😀"],"m":{"y":{},"b":[]}}"#
        #expect(String(decoding: JSONWriter.bytes(try parse(text)), as: UTF8.self) == text)
    }

    @Test("Escapes, surrogate pairs and halves of them")
    func escapes() throws {
        #expect(try parse(#""\u00e9\ud83d\ude00\/\b\f\r\t""#) == "é😀/\u{8}\u{C}\r\t")
        #expect(try parse(#""\ud83d!""#) == "\u{FFFD}!")
        #expect(try parse(#""\ud83d\u0041""#) == "\u{FFFD}A")
        #expect(try parse(#""\udc00""#) == "\u{FFFD}")
    }

    @Test("Whole numbers stay whole, large ones become Double")
    func numbers() throws {
        #expect(try parse("-9223372036854775808") == .int(.min))
        #expect(try parse("9223372036854775808") == .double(9_223_372_036_854_775_808))
        #expect(try parse("1e3") == .double(1_000))
        #expect(try parse("1.0").int == 1)
        for wrong in ["01", "-", "1.", ".5", "1e", "+1", "NaN", "1e999"] {
            #expect(throws: JSONError.self) { try parse(wrong) }
        }
    }

    @Test("Of equal keys the last one counts")
    func equalKeys() throws {
        #expect(try parse(#"{"a":1,"a":2}"#)["a"] == 2)
    }

    @Test("Broken text is refused with its place")
    func broken() {
        #expect(throws: JSONError.trailingBytes(offset: 3)) { try parse("{} x") }
        #expect(throws: JSONError.unexpectedEnd) { try parse(#"{"a":"#) }
        #expect(throws: JSONError.controlCharacter(offset: 2)) { try parse("\"a\n\"") }
        #expect(throws: JSONError.unexpected(byte: UInt8(ascii: "}"), offset: 5)) {
            try parse("[1,2,}")
        }
        #expect(throws: JSONError.invalidUTF8) {
            try JSONParser.parse([UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")])
        }
        #expect(throws: JSONError.self) { try JSONParser.parse([]) }
    }

    @Test("Nesting has a limit, and deep input is refused before it is read to its end")
    func nesting() throws {
        let limit = JSONParser.defaultDepthLimit
        let deepest =
            String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        #expect(throws: Never.self) { try parse(deepest) }
        #expect(throws: JSONError.tooDeep(limit: limit)) { try parse("[" + deepest + "]") }
        #expect(throws: JSONError.tooDeep(limit: limit)) {
            try parse(String(repeating: "[", count: 1_000_000))
        }
    }

    @Test("A number that JSON does not have is written as null")
    func notANumber() {
        #expect(JSONWriter.bytes([.double(.nan), .double(.infinity)]) == Array("[null,null]".utf8))
    }

    @Test("Written over several lines")
    func indented() {
        let text = String(
            decoding: JSONWriter.bytes(["a": [1, [:]], "b": []], indent: 2), as: UTF8.self)
        #expect(text == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
    }
}
