import Language
import Testing

/// Programs broken at random are judged quickly and without harm.
@Suite("Mutated programs")
struct GuardFuzzTests {
    /// SplitMix64, so that a failing seed can be run again.
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

    static let programs = [
        """
        struct Perceptron {
            var weights = [0.0, 0.0]
            var bias = 0.0
            mutating func train(_ xs: [[Double]], _ ys: [Int], epochs: Int = 10) {
                for epoch in 1...epochs {
                    var errors = 0
                    for (x, y) in zip(xs, ys) where x.count == 2 {
                        let sum = zip(weights, x).map { $0 * $1 }.reduce(bias, +)
                        let delta = Double(y - (sum > 0 ? 1 : 0))
                        if delta != 0 { errors += 1 }
                        weights[0] += 0.1 * delta * x[0]
                    }
                    print("epoch \\(epoch): \\(errors, specifier: "%3d") errors")
                    guard errors > 0 else { break }
                }
            }
        }
        """,
        """
        enum Shape<T: Comparable>: Equatable { case circle(radius: T), square(side: T), none }
        extension Shape where T == Double {
            var area: Double {
                switch self {
                case .circle(let r) where r > 0: return .pi * r * r
                case let .square(side): return side * side
                default: return 0
                }
            }
        }
        let text = \"\"\"
            several \\(lines.count) lines
            of "text" \\
            \"\"\"
        let raw = #"a \\#(b) "c" "#
        do { try f(x: 1, y: [2, 3], ["a": 1]) { a, b in a < b } } catch let e as E { print(e) }
        """,
        """
        %time
        let model = Sequential {
            Dense(128, activation: .relu)
            Dropout(0.5)
        }
        let history = model.fit(x[0..., ..<8], y, epochs: 10, callbacks: [.earlyStopping(patience: 3)])
        outer: while let next = iterator.next() { repeat { i -= 1 } while i > 0; continue outer }
        @discardableResult func g<T, U>(_ a: inout T, b: U...) rethrows -> (T, [U])? where T: Hashable { nil }
        let r = a as? [String: (Int) -> Double?] ?? [:], s = try! b?.c![0]&.d
        /* comment /* nested */ */ x = -y << 2 | ~z // end
        """,
        """
        def f(x):
            if x > 3 and not y:
                return [i ** 2 for i in range(10)]
            elif x is None: print f"{x:.2f}"
        import numpy as np # comment
        x, y = y[1:3], lambda z: z++
        """,
    ]

    static let pieces = [
        "(", ")", "[", "]", "{", "}", "\"", "\"\"\"", "\\(", "#\"", "\"#", "/*", "*/", "//", "/",
        "'", "`", "<", ">", "?", ":",
        "!", ".", ",", ";", "\n", "\r\n", " ", "@", "#", "#if ", "#endif", "%", "\\", "&", "->",
        "=", "==", "..<", "let ", "var ",
        "func ", "if ", "else ", "for ", "in ", "while ", "switch ", "case ", "try ", "return ",
        "where ", "as ", "is ", "struct ",
        "init", "self", "$0", "_", "0x", "1e", "1.", "é", "变", "👨‍👩‍👧", "\u{301}", "\u{200B}", "“",
        "\0", "\u{FEFF}", "<#", "#>", "~=",
    ]

    static func mutated(_ program: String, with generator: inout Generator) -> String {
        var bytes = Array(program.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let at = Int.random(in: 0...bytes.count, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 0...12, using: &generator))
            let piece = Array((pieces.randomElement(using: &generator) ?? "(").utf8)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.removeSubrange(at..<end)
            case 1: bytes.insert(contentsOf: piece, at: at)
            case 2: bytes.replaceSubrange(at..<end, with: piece)
            case 3:
                let count = Int.random(in: 1...150, using: &generator)
                bytes.insert(contentsOf: Array(repeating: piece, count: count).joined(), at: at)
            case 4:
                let from = Int.random(in: 0...bytes.count, using: &generator)
                let slice = bytes[from..<min(bytes.count, from + 80)]
                bytes.insert(contentsOf: Array(repeating: Array(slice), count: 3).joined(), at: at)
            default: bytes.removeSubrange(at...)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "are parsed, judged and shown in under a second each", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) {
        let slow = withParserStack { () -> [String] in
            var generator = Generator(state: seed)
            var slow: [String] = []
            for round in 0..<100 {
                let text = Self.mutated(
                    Self.programs[round % Self.programs.count], with: &generator)
                let source = SourceText(name: "cell", text: text)
                var lines = 0
                let time = processorTime {
                    let result = parse(source)
                    lines += render(result.diagnostics, in: source).count
                    if completeness(of: source) == .complete, result.cell == nil { lines += 1 }
                }
                if time > longestParse { slow.append("\(time): \(text)") }
            }
            return slow
        }
        #expect(slow.isEmpty)
    }
}
