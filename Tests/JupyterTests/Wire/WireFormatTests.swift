import JSON
import JupyterMessaging
import Testing

@Suite("Wire format")
struct WireFormatTests {
    let wire = WireFormat(signer: MessageSigner(key: "secret"))

    func message(
        _ content: JSONValue = ["code": "1"], identities: [[UInt8]] = [[1, 2]],
        buffers: [[UInt8]] = []
    ) -> [[UInt8]] {
        wire.encode(
            identities: identities, header: HeaderFactory().header(type: "execute_request"),
            parent: nil, content: content, buffers: buffers)
    }

    func decode(_ frames: [[UInt8]]) throws -> IncomingMessage {
        var replayGuard = ReplayGuard()
        return try wire.decode(frames, replayGuard: &replayGuard)
    }

    @Test("A message goes out and comes back with identities, parts and buffers")
    func roundTrip() throws {
        let sent = message(["code": "é"], identities: [[1], [0, 255]], buffers: [[], [9, 0]])
        let message = try decode(sent)
        #expect(message.identities == [[1], [0, 255]])
        #expect(message.header.type == "execute_request")
        #expect(message.header.version == "5.5")
        #expect(message.parentHeader == .emptyObject)
        #expect(message.content["code"] == "é")
        #expect(message.buffers == [[], [9, 0]])
    }

    @Test("The parent header is the request's header byte for byte")
    func parent() throws {
        let request = try decode(message())
        let reply = wire.encode(
            identities: [], header: HeaderFactory().header(type: "execute_reply"),
            parent: request.headerBytes, content: .emptyObject)
        #expect(reply[3] == request.headerBytes)
    }

    @Test("The signature is HMAC-SHA256 in hexadecimal over the four parts")
    func signature() {
        // hmac.new(b"key", b"The quick brown fox " b"jumps over the lazy dog", "sha256")
        let frames = ["The quick ", "brown fox ", "jumps over ", "the lazy dog"]
        let signature = MessageSigner(key: "key").signature(for: frames.map { Array($0.utf8) })
        #expect(
            String(decoding: signature, as: UTF8.self)
                == "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8")
    }

    @Test("An empty key makes empty signatures, and replays are let through")
    func noKey() throws {
        let open = WireFormat(signer: MessageSigner(key: ""))
        let frames = open.encode(
            identities: [], header: HeaderFactory().header(type: "x"), parent: nil,
            content: .emptyObject)
        #expect(frames[1].isEmpty)
        var replayGuard = ReplayGuard()
        _ = try open.decode(frames, replayGuard: &replayGuard)
        _ = try open.decode(frames, replayGuard: &replayGuard)
    }

    @Test("A wrong, short or missing signature is refused")
    func wrongSignature() {
        for change in [
            { (frame: inout [UInt8]) in frame[0] ^= 1 }, { $0.removeLast() }, { $0 = [] },
        ] {
            var frames = message()
            change(&frames[2])
            #expect(throws: WireError.wrongSignature) { try decode(frames) }
        }
        var changed = message()
        changed[6] = Array(#"{"code":"2"}"#.utf8)
        #expect(throws: WireError.wrongSignature) { try decode(changed) }
    }

    @Test("A message that comes again is refused")
    func replay() throws {
        var replayGuard = ReplayGuard()
        let frames = message()
        _ = try wire.decode(frames, replayGuard: &replayGuard)
        #expect(throws: WireError.repeatedSignature) {
            try wire.decode(frames, replayGuard: &replayGuard)
        }
    }

    @Test("Signatures are forgotten oldest first")
    func replayCapacity() {
        var replayGuard = ReplayGuard(capacity: 2)
        let signatures: [[UInt8]] = [[1], [2], [1], [3], [2], [3], [1]]
        let areNew = signatures.map { replayGuard.isNew($0) }
        #expect(areNew == [true, true, false, true, false, false, true])
    }

    @Test("Missing frames are refused")
    func frames() {
        let whole = message()
        #expect(throws: WireError.noDelimiter) { try decode([]) }
        #expect(throws: WireError.noDelimiter) { try decode([whole[0]]) }
        for count in 2..<7 {
            #expect(throws: WireError.tooFewFrames(count - 2)) {
                try decode(Array(whole.prefix(count)))
            }
        }
    }

    /// The frames of a message whose parts are these texts, rightly signed.
    func signed(_ parts: [[UInt8]]) -> [[UInt8]] {
        [WireFormat.delimiter, MessageSigner(key: "secret").signature(for: parts)] + parts
    }

    @Test("Rightly signed parts that are no JSON, no object or too deep are refused")
    func malformed() {
        let header = Array(#"{"msg_id":"1","msg_type":"x"}"#.utf8)
        let object = Array("{}".utf8)
        let cases: [(String, [[UInt8]])] = [
            ("header", [Array("{".utf8), object, object, object]),
            ("header", [object, object, object, object]),
            ("header", [Array("[]".utf8), object, object, object]),
            ("parent header", [header, Array("nul".utf8), object, object]),
            ("metadata", [header, object, Array("1".utf8), object]),
            ("content", [header, object, object, Array("null".utf8)]),
            ("content", [header, object, object, [UInt8](repeating: 0x5B, count: 10_000)]),
            ("content", [header, object, object, [0x22, 0xFF, 0x22]]),
        ]
        for (part, parts) in cases {
            do {
                _ = try decode(signed(parts))
                Issue.record("a malformed \(part) was read")
            } catch WireError.malformed(let name, _) {
                #expect(name == part)
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    @Test("Parts beyond the limits are refused before they are parsed")
    func limits() {
        var limits = WireLimits()
        limits.content = 100
        limits.bufferCount = 1
        let wire = WireFormat(signer: MessageSigner(key: "secret"), limits: limits)
        var replayGuard = ReplayGuard()
        let long = message(["code": .string(String(repeating: "a", count: 100))])
        #expect(throws: WireError.tooLarge(part: "content", size: 111, limit: 100)) {
            try wire.decode(long, replayGuard: &replayGuard)
        }
        #expect(throws: WireError.tooManyBuffers(2)) {
            try wire.decode(message(buffers: [[], []]), replayGuard: &replayGuard)
        }
    }

    @Test("Dates are ISO 8601 in UTC with microseconds; identifiers differ")
    func headers() {
        let factory = HeaderFactory()
        let first = factory.header(type: "a")
        let second = factory.header(type: "a")
        #expect(first.messageID != second.messageID)
        #expect(first.session == second.session && first.session.utf8.count == 32)
        #expect(first.date.utf8.count == "2026-01-31T23:59:59.123456Z".utf8.count)
        #expect(first.date.hasSuffix("Z") && first.date.hasPrefix("2"))
    }
}
