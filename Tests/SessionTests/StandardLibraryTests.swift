import Session
import Testing

/// What the standard library does beyond what the Swift compiler judges: faults with their place, and the fixed order
/// of dictionaries and sets.
@Suite struct StandardLibraryTests {
    @Test(arguments: [
        ("var a = [Int]()\na.removeFirst()", "Precondition", "cell:2:1"),
        ("let s = \"abc\"\nprint(s[s.endIndex])", "IndexError", "cell:2:7"),
        ("let s = \"abc\"\nprint(s.index(s.startIndex, offsetBy: 9) == s.endIndex)", "IndexError", "cell:2:7"),
        ("var t = \"\"\nt.removeLast()", "IndexError", "cell:2:1"),
        ("let a = [1, 2, 3]\nprint(a[2..<5])", "IndexError", "cell:2:7"),
        ("let s = [1, 2, 3][1...]\nprint(s[0])", "IndexError", "cell:2:7"),
        ("let x: UInt8 = 255\nprint(x + 1)", "OverflowError", "cell:2:7"),
        ("let n = 300\nprint(UInt8(n))", "ConversionError", "cell:2:7"),
        ("let d = [1: 2]\nprint(d[5]!)", "NilUnwrapped", "cell:2:7"),
        ("print(Dictionary(uniqueKeysWithValues: [(1, 2), (1, 3)]))", "Precondition", "cell:1:7"),
        ("print([3, 1].dropFirst(-1))", "Precondition", "cell:1:7"),
        ("exit(0)", "Precondition", "cell:1:1"),
    ])
    func aFaultInTheLibraryIsLocatedWhereItWasCalled(_ program: String, _ name: String, _ place: String) {
        let error = Session().execute(program, name: "cell", host: Recorder()).error
        #expect(error?.name == name, "\(error?.message ?? "no error")")
        #expect(error?.traceback.first?.hasPrefix(place) ?? false, "\(error?.traceback ?? [])")
    }

    @Test(arguments: [
        ("var d = [\"z\": 1, \"a\": 2]\nd[\"m\"] = 3\nd[\"z\"] = nil\nd[\"z\"] = 4\nprint(d)", "[\"a\": 2, \"m\": 3, \"z\": 4]\n"),
        ("var d = [3: [1], 1: [2]]\nd[3]!.append(9)\nd[1, default: []] += [7]\nprint(d)", "[3: [1, 9], 1: [2, 7]]\n"),
        ("var s: Set = [3, 1, 2, 3]\ns.remove(1)\ns.insert(1)\nprint(s, Array(s))", "[3, 2, 1] [3, 2, 1]\n"),
        ("let counts = \"banana\".reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }\nprint(counts)", "[\"b\": 1, \"a\": 3, \"n\": 2]\n"),
        ("print(\"K\" == \"\\u{212A}\", [\"K\": 1][\"\\u{212A}\"] ?? 0, Set([\"é\", \"e\\u{301}\"]).count)", "true 1 1\n"),
        ("var d = [\"a\": 1]\nfunc f() -> Int { 5 }\nd[\"b\", default: f()] *= 2\nprint(d, d.keys, d.values)", "[\"a\": 1, \"b\": 10] [\"a\", \"b\"] [1, 10]\n"),
    ])
    func dictionariesAndSetsKeepTheOrderOfTheirKeys(_ program: String, _ expected: String) throws {
        #expect(try output(of: program) == expected)
    }

    /// The library's types are shared by the sessions of a process, what is learned of them is each session's own.
    @Test func `what a second session of a process learns of generic types is what the first learned`() throws {
        for _ in 0..<3 {
            #expect(try output(of: "print(Array([[1, 2], [3]].lazy.joined()))") == "[1, 2, 3]\n")
            #expect(try output(of: "for (a, b) in zip([[1], [2]].lazy.joined(), \"xy\".lazy) { print(a, b) }") == "1 x\n2 y\n")
        }
    }
}
