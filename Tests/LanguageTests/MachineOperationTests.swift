import Language
import Testing

@Suite struct MachineOperationTests {
    @Test func integersComputeAsSwiftDoes() throws {
        #expect(try outcome(apply(.intAdd, .int, int(2), int(40))) == "42")
        #expect(try outcome(apply(.intSubtract, .int, int(2), int(40))) == "-38")
        #expect(try outcome(apply(.intMultiply, .int, int(-6), int(7))) == "-42")
        #expect(try outcome(apply(.intDivide, .int, int(-7), int(2))) == "-3")
        #expect(try outcome(apply(.intRemainder, .int, int(-7), int(2))) == "-1")
        #expect(try outcome(apply(.intDivide, .int, int(-7), int(-2))) == "3")
        #expect(try outcome(apply(.intRemainder, .int, int(-7), int(-2))) == "-1")
        #expect(try outcome(apply(.intNegate, .int, int(5))) == "-5")
        #expect(try outcome(apply(.intAddWrapping, .int, int(.max), int(1))) == "\(Int.min)")
        #expect(try outcome(apply(.intAnd, .int, int(12), int(10))) == "8")
        #expect(try outcome(apply(.intOr, .int, int(12), int(10))) == "14")
        #expect(try outcome(apply(.intXor, .int, int(12), int(10))) == "6")
        #expect(try outcome(apply(.intNot, .int, int(12))) == "-13")
        #expect(try outcome(apply(.intShiftLeft, .int, int(1), int(10))) == "1024")
        #expect(try outcome(apply(.intShiftLeft, .int, int(1), int(64))) == "0")
        #expect(try outcome(apply(.intShiftRight, .int, int(-8), int(1))) == "-4")
        #expect(try outcome(apply(.intAbs, .int, int(-8))) == "8")
        #expect(try outcome(apply(.intMin, .int, int(3), int(-8))) == "-8")
        #expect(try outcome(apply(.intMax, .int, int(3), int(-8))) == "3")
        #expect(try outcome(int(.min)) == "\(Int.min)")
    }

    @Test func comparisonsGiveBools() throws {
        for (left, right) in [(1, 2), (2, 2), (3, 2), (100_000, 2), (2, 100_000)] {
            let a = int(left)
            let b = int(right)
            #expect(try outcome(apply(.intLess, .bool, a, b)) == "\(left < right)")
            #expect(try outcome(apply(.intLessEqual, .bool, a, b)) == "\(left <= right)")
            #expect(try outcome(apply(.intGreater, .bool, a, b)) == "\(left > right)")
            #expect(try outcome(apply(.intGreaterEqual, .bool, a, b)) == "\(left >= right)")
            #expect(try outcome(apply(.intEqual, .bool, a, b)) == "\(left == right)")
            #expect(try outcome(apply(.intNotEqual, .bool, a, b)) == "\(left != right)")
        }
    }

    /// As values and as conditions, which are compiled in different ways.
    @Test func comparisonsWithNaNAreFalse() throws {
        let nan = double(.nan)
        for operation in [
            Operation.doubleLess, .doubleLessEqual, .doubleGreater, .doubleGreaterEqual,
            .doubleEqual,
        ] {
            let test = apply(operation, .bool, nan, double(1))
            #expect(try outcome(test) == "false")
            #expect(try outcome(make(.conditional(test, int(1), int(2)), .int)) == "2")
            let not = apply(.boolNot, .bool, test)
            #expect(try outcome(make(.conditional(not, int(1), int(2)), .int)) == "1")
        }
        #expect(try outcome(apply(.doubleNotEqual, .bool, nan, nan)) == "true")
    }

    @Test func doublesAndFloatsPrintAsSwiftPrintsThem() throws {
        #expect(
            try outcome(apply(.doubleAdd, .double, double(0.1), double(0.2)))
                == "0.30000000000000004")
        #expect(try outcome(apply(.doubleDivide, .double, double(1), double(0))) == "inf")
        #expect(try outcome(apply(.doubleSquareRoot, .double, double(2))) == "1.4142135623730951")
        #expect(try outcome(apply(.doublePow, .double, double(2), double(10))) == "1024.0")
        #expect(try outcome(apply(.doubleExp, .double, double(0))) == "1.0")
        #expect(try outcome(apply(.doubleRound, .double, double(2.5))) == "3.0")
        #expect(try outcome(apply(.doubleFloor, .double, double(-2.5))) == "-3.0")
        #expect(try outcome(apply(.doubleRemainder, .double, double(7.5), double(2))) == "1.5")
        #expect(try outcome(double(1e16)) == "1e+16")
        let third = apply(
            .floatDivide, .float, make(.floating(1), .float), make(.floating(3), .float))
        #expect(try outcome(third) == "0.33333334")
    }

    @Test func conversionsFollowSwift() throws {
        #expect(try outcome(apply(.doubleToInt, .int, double(-2.9))) == "-2")
        #expect(try outcome(apply(.intToDouble, .double, int(3))) == "3.0")
        #expect(try outcome(apply(.doubleToInt, .int, double(9.2e18))) == "9200000000000000000")
        #expect(
            try outcome(apply(.doubleToInt, .int, double(-9_223_372_036_854_775_808)))
                == "\(Int.min)")
        for value in [Double.nan, .infinity, 9_223_372_036_854_775_808, -9.3e18] {
            let text = try outcome(apply(.doubleToInt, .int, double(value)))
            #expect(text.hasPrefix("ConversionError: \(value) cannot become an Int"))
        }
    }

    @Test func stringsConcatenateAndCompare() throws {
        #expect(try outcome(apply(.stringConcatenate, .string, string("a"), string("b"))) == "ab")
        #expect(try outcome(apply(.stringLess, .bool, string("a"), string("b"))) == "true")
        #expect(try outcome(apply(.stringGreaterEqual, .bool, string("a"), string("b"))) == "false")
        // Equality is by canonical equivalence.
        #expect(
            try outcome(apply(.stringEqual, .bool, string("e\u{301}"), string("\u{e9}"))) == "true")
    }

    @Test func interpolationDescribesEveryKindOfValue() throws {
        let parts = [
            string("x "), int(1), string(" "), double(0.5), string(" "),
            array([string("q"), string("\"")]),
            string(" "), some(string("s")), string(" "), none(.int),
        ]
        #expect(
            try outcome(make(.interpolation(parts), .string))
                == "x 1 0.5 [\"q\", \"\\\"\"] Optional(\"s\") nil")
    }

    @Test func tuplesAndStructsPrintTheirLabels() throws {
        let pair = Type.make(
            .tuple([
                Type.TupleElement(label: "x", type: .int),
                Type.TupleElement(label: "", type: .string),
            ]))
        #expect(try outcome(make(.aggregate([int(1), string("a")]), pair)) == "(x: 1, \"a\")")
        let point = pointType()
        #expect(
            try outcome(make(.aggregate([double(1), string("p")]), point))
                == "Point(x: 1.0, name: \"p\")")
    }

    /// What lies inside another value prints as Swift's debugPrint has it.
    @Test func nestedValuesNameTheirTypes() throws {
        let range = make(.range([int(1), int(3)]), .make(.nominal(.range, [.int])))
        #expect(try outcome(range) == "1..<3")
        #expect(try outcome(array([range])) == "[Range(1..<3)]")
        let suit = NominalType(name: "Suit", form: .enumeration)
        suit.cases = [NominalType.EnumCase(name: "hearts", payload: [])]
        suit.isComplete = true
        let hearts = make(.enumCase(0, []), .make(.nominal(suit, [])))
        #expect(try outcome(hearts) == "hearts")
        #expect(try outcome(some(hearts)) == "Optional(Suit.hearts)")
    }

    @Test func arraysAreValues() throws {
        let type = Type.array(.int)
        #expect(
            try outcome(apply(.arrayConcatenate, type, array([int(1)]), array([int(2)])))
                == "[1, 2]")
        #expect(try outcome(apply(.arrayRepeating, type, int(3), int(7))) == "[7, 7, 7]")
        #expect(
            try outcome(apply(.arrayRepeating, .array(.string), int(2), string("a")))
                == "[\"a\", \"a\"]")
        #expect(
            try outcome(apply(.arraySlice, type, array([int(1), int(2), int(3)]), int(1), int(3)))
                == "[2, 3]")
        #expect(try outcome(apply(.arrayCount, .int, array([int(1), int(2)]))) == "2")
        #expect(try outcome(apply(.arrayGet, .string, array([string("a")]), int(0))) == "a")
    }

    @Test func aLongLiteralNeedsNoRegisterForEachElement() throws {
        let elements = (0..<100_000).map { int($0) }
        let count = apply(.arrayCount, .int, array(elements))
        #expect(try outcome(count) == "100000")
        #expect(try outcome(apply(.arrayGet, .int, array(elements), int(99_999))) == "99999")
    }

    @Test func optionalsHoldAndGiveBack() throws {
        #expect(try outcome(make(.coalesce(none(.int), int(3)), .int)) == "3")
        #expect(try outcome(make(.coalesce(some(int(2)), int(3)), .int)) == "2")
        #expect(try outcome(make(.coalesce(some(string("a")), string("b")), .string)) == "a")
        #expect(try outcome(make(.coalesce(none(.string), string("b")), .string)) == "b")
        #expect(
            try outcome(make(.coalesce(none(.int), some(int(3))), .optional(.int))) == "Optional(3)"
        )
        #expect(try outcome(make(.unwrap(some(string("a"))), .string)) == "a")
        #expect(try outcome(make(.isNone(some(string("a"))), .bool)) == "false")
        #expect(try outcome(make(.isNone(none(.string)), .bool)) == "true")
        #expect(try outcome(some(none(.string))) == "Optional(nil)")
    }

    @Test func chainingStopsAtNil() throws {
        for (base, expected) in [(some(string("ab")), "Optional(\"ab!\")"), (none(.string), "nil")]
        {
            let text = try outcome(.optional(.string)) { tree in
                let inner = variable("$0", .string, in: tree.main)
                let rest = some(apply(.stringConcatenate, .string, read(inner), string("!")))
                return [returns(make(.chain(base, inner, rest), .optional(.string)))]
            }
            #expect(text == expected)
        }
    }

    @Test func equalityLooksInside() throws {
        let nested = { (value: String) in array([array([string(value)])]) }
        #expect(try outcome(make(.equal(nested("a"), nested("a")), .bool)) == "true")
        #expect(try outcome(make(.equal(nested("a"), nested("b")), .bool)) == "false")
        #expect(try outcome(make(.equal(some(int(1)), none(.int)), .bool)) == "false")
        #expect(try outcome(make(.equal(none(.int), none(.int)), .bool)) == "true")
        #expect(
            try outcome(make(.equal(array([double(.nan)]), array([double(.nan)])), .bool))
                == "false")
    }

    @Test func dictionariesKeepTheOrderOfInsertion() throws {
        let type = Type.make(.nominal(.dictionary, [.string, .int]))
        let pairs = ["b", "a", "c"].enumerated().map { (key: string($1), value: int($0)) }
        #expect(try outcome(make(.dictionary(pairs), type)) == "[\"b\": 0, \"a\": 1, \"c\": 2]")
        let twice = pairs + [(key: string("a"), value: int(9))]
        #expect(
            try outcome(make(.dictionary(twice), type))
                == "Precondition: the dictionary literal has the key \"a\" twice | <cell> «»")
    }
}

func pointType() -> Type {
    let nominal = NominalType(name: "Point", form: .structure)
    nominal.fields = [
        NominalType.Field(name: "x", type: .double, isMutable: true),
        NominalType.Field(name: "name", type: .string, isMutable: true),
    ]
    nominal.isComplete = true
    return .make(.nominal(nominal, []))
}
