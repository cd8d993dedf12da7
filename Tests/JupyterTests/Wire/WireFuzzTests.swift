import Glibc
import JSON
import JupyterMessaging
import Testing

@Suite("Wire format under random damage")
struct WireFuzzTests {
    /// SplitMix64: the same damage in every run.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// So many rounds, or rounds for as many seconds as the variable VENCEJO_FUZZ_SECONDS says.
    struct Rounds: Sequence, IteratorProtocol {
        private let count: Int
        private let end: Int64?
        private var round = -1

        init(_ count: Int) {
            self.count = count
            let seconds = getenv("VENCEJO_FUZZ_SECONDS").flatMap { Int64(String(cString: $0)) }
            end = seconds.map { MonotonicClock.now() + $0 * 1_000_000_000 }
        }

        mutating func next() -> Int? {
            round += 1
            if let end { return round % 1_000 != 0 || MonotonicClock.now() < end ? round : nil }
            return round < count ? round : nil
        }
    }

    /// The seed, or the one that the variable VENCEJO_FUZZ_SEED names.
    static func seed(_ seed: UInt64) -> UInt64 {
        getenv("VENCEJO_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? seed
    }

    static func damage(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where place < bytes.count:
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: Array(#"[{"\u"#.utf8), at: place)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: bytes = Array(bytes.prefix(place))
            }
        }
        return bytes
    }

    @Test(
        "Damaged JSON is read or refused, never more, and what is read can be written and read again"
    )
    func json() throws {
        let seeds = [
            #"{"code":"let x = [1, 2]\nprint(\"é😀\")","silent":false,"n":-1.5e3,"u":"\ud83d\ude00"}"#,
            #"[[[]],{"a":{"b":[null,true,1]}},"",0]"#,
        ]
        var random = Generator(state: Self.seed(1))
        for round in Rounds(20_000) {
            let bytes = Self.damage(Array(seeds[round % seeds.count].utf8), &random)
            guard let value = try? JSONParser.parse(bytes) else { continue }
            #expect(try JSONParser.parse(JSONWriter.bytes(value)) == value)
        }
    }

    @Test("Damaged frames, rightly signed or not, are read or refused, never more")
    func frames() {
        let signer = MessageSigner(key: "k")
        let wire = WireFormat(signer: signer)
        let whole = wire.encode(
            identities: [[7]], header: HeaderFactory(session: "s").header(type: "execute_request"),
            parent: nil, content: ["code": "1"], buffers: [[1]])
        var random = Generator(state: Self.seed(2))
        var replayGuard = ReplayGuard()
        var read = 0
        for round in Rounds(20_000) {
            var frames = whole
            let place = Int.random(in: 0..<frames.count, using: &random)
            switch round % 4 {
            case 0: frames[place] = Self.damage(frames[place], &random)
            case 1: frames.remove(at: place)
            case 2: frames.insert(frames[place], at: Int.random(in: 0...7, using: &random))
            default:
                // Damage behind a right signature reaches the parsers.
                let part = Int.random(in: 3...6, using: &random)
                frames[part] = Self.damage(frames[part], &random)
                frames[2] = signer.signature(for: Array(frames[3...6]))
            }
            if (try? wire.decode(frames, replayGuard: &replayGuard)) != nil { read += 1 }
        }
        #expect(read > 0)
    }
}
