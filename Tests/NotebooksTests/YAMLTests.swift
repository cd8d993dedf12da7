import Notebooks
import Testing

@Suite struct YAMLTests {
    private func json(_ yaml: String) throws -> String {
        String(decoding: JSONWriter.bytes(of: try YAMLReader.parse(yaml)), as: UTF8.self).filter { !$0.isWhitespace }
    }

    @Test(arguments: [
        ("a: 1\nb: 0.5\nc: text here\n", #"{"a":1,"b":0.5,"c":"texthere"}"#),
        ("a: true\nb: null\nc: ~\nd:\ne: yes", #"{"a":true,"b":null,"c":null,"d":null,"e":"yes"}"#),
        ("a: 1e-3  # comment\n# whole line\nb: '#no'\n", ##"{"a":1e-3,"b":"#no"}"##),
        ("list:\n  - 1\n  - two\n  -\n", #"{"list":[1,"two",null]}"#),
        ("list:\n- a: 1\n  b: 2\n- a: 3\n", #"{"list":[{"a":1,"b":2},{"a":3}]}"#),
        ("a: [1, 2.5, 'x, y', [3]]\nb: {c: 1, d: {e: f}}", #"{"a":[1,2.5,"x,y",[3]],"b":{"c":1,"d":{"e":"f"}}}"#),
        ("a: [1,\n    2]\n", #"{"a":[1,2]}"#),
        ("a: |\n  x\n  y\nb: 1", #"{"a":"x\ny\n","b":1}"#),
        ("a: >-\n  x\n  y\nb: 1", #"{"a":"xy","b":1}"#),
        (#"a: "x\n\u00e9\\""#, #"{"a":"x\né\\"}"#),
        ("'quoted key': it''s\n", #"{"quotedkey":"it''s"}"#),
        ("a: 'it''s'\n", #"{"a":"it's"}"#),
        ("---\na: 1\n", #"{"a":1}"#), ("a: 0x10\nb: 0o17", #"{"a":16,"b":15}"#), ("", "null"),
        (#"{"json": [1, {"too": true}]}"#, #"{"json":[1,{"too":true}]}"#),
        ("a:\n    b:\n        c: 1\n    d: 2\n", #"{"a":{"b":{"c":1},"d":2}}"#),
        ("url: http://example.org:80/x\n", #"{"url":"http://example.org:80/x"}"#),
    ])
    func `what people write is read`(yaml: String, expected: String) throws {
        #expect(try json(yaml) == expected)
    }

    @Test(arguments: [
        ("a: 1\n\tb: 2", 2), ("a: &x 1", 1), ("a: *x", 1), ("a: !!int 3", 1), ("a: [1, 2", 1), ("a: 'x", 1), ("a: 1\na: 2", 2), ("a: 1\n---\nb: 2", 2),
        ("a: 1\njust text", 2), ("a: 1\n   b: 2", 2),
    ])
    func `what is not read is refused, with its line`(yaml: String, line: Int) {
        do {
            let value = try YAMLReader.parse(yaml)
            Issue.record("\(value)")
        } catch {
            #expect(error.line == line, "\(error.message)")
        }
    }
}
