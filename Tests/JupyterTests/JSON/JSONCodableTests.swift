import JSON
import JupyterMessaging
import Testing

@Suite("Message types and JSON")
struct JSONCodableTests {
    struct Nested: Codable, Equatable {
        var names: [String]
        var table: [[Double]]
        var extra: JSONValue
        var inner: Inner?
        var number: UInt8

        struct Inner: Codable, Equatable {
            var flag: Bool
        }
    }

    @Test("A type is written in the order of its members and read back")
    func roundTrip() throws {
        let value = Nested(
            names: ["a", "b"], table: [[1], [], [2.5, 3]],
            extra: ["z": [1, .null], "a": "text"], inner: .init(flag: true), number: 7)
        let json = JSONValue(encoding: value)
        #expect(
            String(decoding: JSONWriter.bytes(json), as: UTF8.self)
                == #"{"names":["a","b"],"table":[[1.0],[],[2.5,3.0]],"extra":{"z":[1,null],"a":"text"},"#
                + #""inner":{"flag":true},"number":7}"#)
        #expect(try json.decoded(as: Nested.self) == value)
    }

    @Test("What is missing or of another kind is named with its path")
    func errors() {
        let missing: JSONValue = ["names": [], "table": []]
        #expect(throws: JSONError.missing(path: "extra")) {
            try missing.decoded(as: Nested.self)
        }
        let wrong: JSONValue = [
            "names": ["a", 1], "table": [], "extra": [:], "number": 1,
        ]
        #expect(
            throws: JSONError.mismatch(
                path: "names.1", expected: "a string", given: "a number")
        ) { try wrong.decoded(as: Nested.self) }
        let large: JSONValue = ["names": [], "table": [], "extra": [:], "number": 256]
        #expect(
            throws: JSONError.mismatch(
                path: "number", expected: "a whole number", given: "a number")
        ) { try large.decoded(as: Nested.self) }
    }

    @Test("An execute_request with code alone has the protocol's defaults")
    func executeDefaults() throws {
        let request = try JSONValue.object(JSONObject([("code", "1")]))
            .decoded(as: ExecuteRequest.self)
        #expect(!request.silent && request.storesHistory)
        #expect(request.allowsInput && request.stopsOnError)
        let silent = try (["code": "", "silent": true, "store_history": true] as JSONValue)
            .decoded(as: ExecuteRequest.self)
        #expect(!silent.storesHistory)
    }
}
