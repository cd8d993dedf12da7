import Tensors
import Testing

/// "hello hello hello\n" as `gzip -9n` writes it.
let helloGzip: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x57,
    0xc8, 0x40, 0x90, 0x5c, 0x00, 0x3b, 0x7c, 0x8a, 0xdf, 0x12, 0x00, 0x00, 0x00,
]
let hello = Array("hello hello hello\n".utf8)

@Suite struct GzipTests {
    @Test func `a gzip file is decompressed`() throws {
        #expect(try Gzip.inflate(helloGzip) == hello)
    }

    @Test func `several members are one content`() throws {
        #expect(try Gzip.inflate(helloGzip + helloGzip) == hello + hello)
        #expect(try Gzip.inflate(helloGzip + [0, 0, 0]) == hello)
    }

    @Test func `a file cut short anywhere is an error`() {
        for length in 0..<helloGzip.count {
            #expect(throws: GzipError.truncated, "\(length) bytes") {
                try Gzip.inflate(Array(helloGzip[..<length]))
            }
        }
    }

    @Test func `a changed byte is an error or leaves the content`() {
        for position in helloGzip.indices {
            var bytes = helloGzip
            bytes[position] ^= 0x55
            let content = try? Gzip.inflate(bytes)
            #expect(content == nil || content == hello, "byte \(position)")
        }
    }

    @Test func `content beyond the limit is an error`() throws {
        #expect(throws: GzipError.tooLong(limit: 17)) { try Gzip.inflate(helloGzip, limit: 17) }
        #expect(try Gzip.inflate(helloGzip, limit: 18) == hello)
        #expect(try Gzip.inflatePrefix(helloGzip, count: 5) == Array(hello[..<5]))
    }

    @Test func `other bytes are no gzip file`() {
        #expect(throws: GzipError.notGzip) { try Gzip.inflate(hello) }
        #expect(throws: GzipError.damaged("bytes after the end that are no gzip member")) {
            try Gzip.inflate(helloGzip + hello)
        }
    }

    @Test func `a missing file, a folder and a NUL are named`() {
        #expect(
            throws: TensorError.file(path: "/none", problem: "no such file", help: nil)
        ) { try FileBytes.read("/none") }
        #expect(
            throws: TensorError.file(
                path: "/", problem: "it is a folder, a file is expected", help: nil)
        ) { try FileBytes.read("/") }
        #expect(
            throws: TensorError.file(
                path: "a\0b", problem: "a NUL character in the name", help: nil)
        ) { try FileBytes.read("a\0b") }
    }
}
