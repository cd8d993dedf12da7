import Notebooks
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-1", "1.0", "1.50", "1e3", "1E+05", "-0.0", "NaN",
        "-Infinity",
        "12345678901234567890123", "\"\"", "\"a\"", "\"ñ🙂\"", "\"\\u00f1\"", "\"\\ud83d\\ude42\"",
        "\"\\ud83d\"", "\"\\/\"", "\"\\n\\t\\\"\\\\\"", "\"\\u001B[31m\"", "\"\\u001b[31m\"", "[]",
        "{}",
    ])
    func `a value is written as it was spelled`(text: String) throws {
        var style = JSONWriter.Style()
        style.endsWithNewline = false
        let value = try JSONParser.parse(Array(text.utf8))
        #expect(String(decoding: JSONWriter.bytes(of: value, style: style), as: UTF8.self) == text)
    }

    @Test func `keys keep their order and new ones go where sorted keys have them`() throws {
        let unsorted = try #require(try JSONParser.parse(Array("{\"b\": 1, \"a\": 2}".utf8)).object)
        #expect(unsorted.members.map(\.key) == ["b", "a"])
        var sorted = try #require(try JSONParser.parse(Array("{\"a\": 1, \"c\": 2}".utf8)).object)
        sorted["b"] = .null
        #expect(sorted.members.map(\.key) == ["a", "b", "c"])
        var appended = unsorted
        appended["aa"] = .null
        #expect(appended.members.map(\.key) == ["b", "a", "aa"])
    }

    @Test func `objects and lists are laid out as Python's json module lays them out`() {
        let value = JSONValue.object(
            JSONObject([("b", .array([.integer(1), .array([])])), ("a", .object(JSONObject()))]))
        #expect(
            String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
                == "{\n \"a\": {},\n \"b\": [\n  1,\n  []\n ]\n}\n")
    }

    @Test func `escapes are read as the characters they stand for`() throws {
        let value = try JSONParser.parse(Array("\"\\u00e9 \\ud83d\\ude42 \\/ \\b\"".utf8))
        #expect(value.text == "é 🙂 / \u{8}")
    }

    @Test(arguments: [
        ("", "the file ends in the middle of a value", 1, 1),
        ("[1,\n  2", "the file ends in the middle of a list", 2, 4),
        ("{\"a\" 1}", "expected ':' after the key, found '1'", 1, 6),
        ("{a: 1}", "expected a key in quotation marks, found 'a'", 1, 2),
        ("[1 2]", "expected ',' or ']', found '2'", 1, 4),
        ("[01]", "'01' is not a number", 1, 2),
        ("\"ñ\\x\"", "unknown escape in a string", 1, 3),
        ("\"abc", "the file ends in the middle of a string", 1, 1),
        ("\"a\nb\"", "a line break or control character inside a string", 1, 3),
        ("{} x", "the JSON value has ended, but 'x' follows", 1, 4),
        ("tru", "the file ends in the middle of 'true'", 1, 1),
    ])
    func `damage is located`(text: String, message: String, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error?.message == message)
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test func `bytes that are not UTF-8 are located`() {
        let error = #expect(throws: JSONError.self) {
            try JSONParser.parse([0x22, 0x61, 0xC3, 0xB1, 0xFF, 0x22])
        }
        #expect(error?.problem == .invalidUTF8)
        #expect(error?.column == 4)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `a hundred thousand open brackets are refused`(open: String) {
        let bytes = Array(String(repeating: open, count: 100_000).utf8)
        let error = #expect(throws: JSONError.self) { try JSONParser.parse(bytes) }
        #expect(error?.problem == .tooDeep(limit: JSONParser.depthLimit))
    }
}
