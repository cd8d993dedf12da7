import Language
import Testing

@Suite struct MachineStatementTests {
    // MARK: Loops

    @Test func rangeLoopsCountBothWaysOfClosing() throws {
        for (lower, upper, isClosed, expected) in [
            (0, 5, false, "10"), (0, 5, true, "15"), (3, 3, false, "0"), (3, 3, true, "3"),
            (-2, 1, false, "-3"),
        ] {
            let text = try outcome(.int) { tree in
                let sum = variable("sum", .int, in: tree.main)
                let index = variable("i", .int, in: tree.main)
                return [
                    declare(sum, int(0)),
                    statement(
                        .forRange(
                            Label(), index, lower: int(lower), upper: int(upper),
                            isClosed: isClosed,
                            [modify(place(sum), .intAdd, read(index))])),
                    returns(read(sum)),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func aClosedRangeReachesTheLargestInt() throws {
        let text = try outcome(.int) { tree in
            let count = variable("count", .int, in: tree.main)
            let index = variable("i", .int, in: tree.main)
            return [
                declare(count, int(0)),
                statement(
                    .forRange(
                        Label(), index, lower: int(.max - 1), upper: int(.max), isClosed: true,
                        [modify(place(count), .intAdd, int(1))])),
                returns(read(count)),
            ]
        }
        #expect(text == "2")
    }

    @Test func aRangeWithItsBoundsTurnedRoundIsAFault() throws {
        let text = try outcome { tree in
            let index = variable("i", .int, in: tree.main)
            return [
                statement(
                    .forRange(Label(), index, lower: int(3), upper: int(1), isClosed: false, []),
                    at: tree.range("for i in 3..<1"))
            ]
        }
        #expect(
            text == "RangeError: a range needs its lower bound first: 3 is greater than 1"
                + " | <cell> «for i in 3..<1»")
    }

    @Test func labelledBreakAndContinueLeaveTheRightLoop() throws {
        let text = try outcome(.array(.string)) { tree in
            let seen = variable("seen", .array(.string), in: tree.main)
            let outer = Label(name: "outer")
            let inner = Label()
            let i = variable("i", .int, in: tree.main)
            let j = variable("j", .int, in: tree.main)
            let held = variable("held", .string, in: tree.main)
            return [
                declare(seen, make(.array([]), .array(.string))),
                statement(
                    .forRange(
                        outer, i, lower: int(0), upper: int(4), isClosed: false,
                        [
                            statement(
                                .forRange(
                                    inner, j, lower: int(0), upper: int(4), isClosed: false,
                                    [
                                        // Owned by the scope that the jumps leave.
                                        declare(
                                            held,
                                            make(
                                                .interpolation([read(i), string("-"), read(j)]),
                                                .string)),
                                        when(
                                            apply(.intEqual, .bool, read(j), int(1)),
                                            [statement(.continue(inner))]),
                                        when(
                                            apply(.intGreater, .bool, read(j), read(i)),
                                            [statement(.continue(outer))]),
                                        when(
                                            apply(.intEqual, .bool, read(i), int(3)),
                                            [statement(.break(outer))]),
                                        perform(
                                            apply(
                                                .arrayAppend, .void, address(place(seen)),
                                                read(held))),
                                    ]))
                        ])),
                returns(read(seen)),
            ]
        }
        #expect(text == "[\"0-0\", \"1-0\", \"2-0\", \"2-2\"]")
    }

    @Test func whileLoopsBindOptionals() throws {
        let text = try outcome(.string) { tree in
            let pop = tree.function("pop", .optional(.string))
            let array = variable("array", .array(.string), in: pop, isInout: true)
            pop.parameters = [array]
            pop.body = [
                when(
                    apply(.intEqual, .bool, apply(.arrayCount, .int, read(array)), int(0)),
                    [returns(none(.string))]),
                returns(some(apply(.arrayRemoveLast, .string, address(place(array))))),
            ]
            let words = variable("words", .array(.string), in: tree.main)
            let word = variable("word", .string, in: tree.main)
            let text = variable("text", .string, in: tree.main)
            return [
                declare(words, LanguageTests.array([string("a"), string("b"), string("c")])),
                declare(text, string("")),
                statement(
                    .while(
                        Label(), [.bind(word, call(pop, address(place(words))))],
                        [modify(place(text), .stringConcatenate, read(word))])),
                returns(read(text)),
            ]
        }
        #expect(text == "cba")
    }

    @Test func repeatRunsOnceAtLeast() throws {
        let text = try outcome(.int) { tree in
            let count = variable("count", .int, in: tree.main)
            return [
                declare(count, int(0)),
                statement(
                    .repeatWhile(Label(), [modify(place(count), .intAdd, int(1))], bool(false))),
                returns(read(count)),
            ]
        }
        #expect(text == "1")
    }

    @Test func anArrayLoopGoesOverTheArrayAsItWas() throws {
        let text = try outcome(.array(.string)) { tree in
            let words = variable("words", .array(.string), in: tree.main)
            let word = variable("word", .string, in: tree.main)
            return [
                declare(words, array([string("a"), string("b")])),
                statement(
                    .forArray(
                        Label(), word, read(words),
                        [
                            perform(
                                apply(
                                    .arrayAppend, .void, address(place(words)),
                                    apply(.stringConcatenate, .string, read(word), read(word))))
                        ])),
                returns(read(words)),
            ]
        }
        #expect(text == "[\"a\", \"b\", \"aa\", \"bb\"]")
    }

    // MARK: Branches

    @Test func aFailedConditionLetsGoOfWhatEarlierOnesBound() throws {
        for (count, expected) in [(2, "ab is 2"), (3, "no")] {
            let text = try outcome(.string) { tree in
                let first = variable("first", .string, in: tree.main)
                let second = variable("second", .string, in: tree.main)
                let joined = make(
                    .interpolation([read(first), read(second), string(" is "), int(count)]), .string
                )
                return [
                    statement(
                        .if(
                            [
                                .bind(first, some(make(.interpolation([string("a")]), .string))),
                                .bind(second, some(make(.interpolation([string("b")]), .string))),
                                .isTrue(apply(.intEqual, .bool, int(count), int(2))),
                            ], [returns(joined)], [])),
                    returns(string("no")),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func whatAGuardBindsLivesOn() throws {
        for (given, expected) in [(some(string("ab")), "ab ab!"), (none(.string), "no")] {
            let text = try outcome(.string) { tree in
                let word = variable("word", .string, in: tree.main)
                let loud = variable("loud", .string, in: tree.main)
                return [
                    statement(
                        .if(
                            [.bind(word, given), .isTrue(bool(true))], [],
                            [returns(string("no"))])),
                    declare(loud, make(.interpolation([read(word), string("!")]), .string)),
                    returns(
                        make(.interpolation([read(word), string(" "), read(loud)]), .string)),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func anEmptyBranchLooksLikeAGuardAndGoesOn() throws {
        for (given, expected) in [(some(string("ab")), "."), (none(.string), "none.")] {
            let text = try outcome(.string) { tree in
                let word = variable("word", .string, in: tree.main)
                let text = variable("text", .string, in: tree.main)
                let owned = make(
                    .interpolation([make(.coalesce(given, string("")), .string)]), .string)
                let value = make(
                    .conditional(
                        make(.isNone(given), .bool), none(.string), some(owned)), .optional(.string)
                )
                return [
                    declare(text, string("")),
                    statement(
                        .if(
                            [.bind(word, value)], [],
                            [modify(place(text), .stringConcatenate, string("none"))])),
                    modify(place(text), .stringConcatenate, string(".")),
                    returns(read(text)),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func aConditionMayDeclareWhatThePatternBinds() throws {
        for (subject, expected) in [(3, "3 owned"), (1, "other")] {
            let text = try outcome(.string) { tree in
                let number = variable("n", .int, in: tree.main)
                let word = variable("word", .string, in: tree.main)
                let binding = make(
                    .block(
                        [
                            declare(number, int(subject)),
                            declare(word, make(.interpolation([string("owned")]), .string)),
                        ], bool(true)), .bool)
                return [
                    statement(
                        .switch(
                            Label(),
                            [
                                SwitchCase(
                                    alternatives: [
                                        [
                                            .isTrue(binding),
                                            .isTrue(
                                                apply(.intGreater, .bool, read(number), int(2))),
                                        ]
                                    ],
                                    body: [
                                        returns(
                                            make(
                                                .interpolation([
                                                    read(number), string(" "), read(word),
                                                ]), .string))
                                    ]),
                                SwitchCase(alternatives: [[]], body: [returns(string("other"))]),
                            ])),
                    returns(string("")),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func aSwitchTriesAlternativesAndFallsThrough() throws {
        for (subject, expected) in [
            (1, "low"), (2, "low"), (3, "mid high"), (4, "high"), (9, "other"),
        ] {
            let text = try outcome(.string) { tree in
                let value = variable("value", .int, in: tree.main)
                let text = variable("text", .string, in: tree.main)
                let label = Label()
                let isEqual = { (other: Int) in
                    [Condition.isTrue(apply(.intEqual, .bool, read(value), int(other)))]
                }
                return [
                    declare(value, int(subject)),
                    declare(text, string("")),
                    statement(
                        .switch(
                            label,
                            [
                                SwitchCase(
                                    alternatives: [isEqual(1), isEqual(2)],
                                    body: [
                                        modify(place(text), .stringConcatenate, string("low")),
                                        statement(.break(label)),
                                    ]),
                                SwitchCase(
                                    alternatives: [isEqual(3)],
                                    body: [
                                        modify(place(text), .stringConcatenate, string("mid ")),
                                        statement(.fallthrough),
                                    ]),
                                SwitchCase(
                                    alternatives: [isEqual(4)],
                                    body: [modify(place(text), .stringConcatenate, string("high"))]),
                                SwitchCase(
                                    alternatives: [[]],
                                    body: [modify(place(text), .stringConcatenate, string("other"))]
                                ),
                            ])),
                    returns(read(text)),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func enumsCarryPayloads() throws {
        let shape = NominalType(name: "Shape", form: .enumeration)
        shape.cases = [
            NominalType.EnumCase(name: "none", payload: []),
            NominalType.EnumCase(
                name: "labelled",
                payload: [
                    Type.TupleElement(label: "", type: .string),
                    Type.TupleElement(label: "size", type: .double),
                ]),
        ]
        shape.isComplete = true
        let type = Type.make(.nominal(shape, []))
        #expect(try outcome(make(.enumCase(0, []), type)) == "none")
        #expect(
            try outcome(make(.enumCase(1, [string("s"), double(2)]), type))
                == "labelled(\"s\", size: 2.0)")
        for (index, expected) in [(0, "empty"), (1, "s")] {
            let text = try outcome(.string) { tree in
                let name = variable("name", .string, in: tree.main)
                let value = make(
                    .enumCase(index, index == 0 ? [] : [string("s"), double(2)]), type)
                return [
                    statement(
                        .if([.matchesCase(value, 1, [name, nil])], [returns(read(name))], [])),
                    returns(string("empty")),
                ]
            }
            #expect(text == expected)
        }
    }

    // MARK: Functions

    @Test func inoutReachesVariablesElementsAndBoxes() throws {
        let text = try outcome(.string) { tree in
            let twice = tree.function("double")
            let value = variable("value", .string, in: twice, isInout: true)
            twice.parameters = [value]
            twice.body = [modify(place(value), .stringConcatenate, read(value))]
            let name = variable("name", .string, in: tree.main)
            let shared = variable(
                "shared", .string, in: tree.main, captured: true, reassigned: true)
            let words = variable("words", .array(.string), in: tree.main)
            return [
                declare(name, string("a")),
                declare(shared, string("b")),
                declare(words, array([string("c"), string("d")])),
                perform(call(twice, address(place(name)))),
                perform(call(twice, address(place(shared)))),
                perform(call(twice, address(place(words, [(.arrayElement(int(1)), .string)])))),
                returns(make(.interpolation([read(name), read(shared), read(words)]), .string)),
            ]
        }
        #expect(text == "aabb[\"c\", \"dd\"]")
    }

    @Test func argumentsAreReadBeforeALaterOneChangesThem() throws {
        let text = try outcome(.string) { tree in
            let join = tree.function("join", .string)
            let left = variable("left", .string, in: join)
            let right = variable("right", .string, in: join, isInout: true)
            join.parameters = [left, right]
            join.body = [
                assign(place(right), string("changed")),
                returns(apply(.stringConcatenate, .string, read(left), read(right))),
            ]
            let name = variable("name", .string, in: tree.main)
            return [
                declare(name, make(.interpolation([string("was ")]), .string)),
                returns(call(join, read(name), address(place(name)))),
            ]
        }
        #expect(text == "was changed")
    }

    @Test func longResultsDoNotOverwriteArguments() throws {
        let type = Type.tuple([.string, .string, .string, .int])
        let text = try outcome(type) { tree in
            let spread = tree.function("spread", type)
            let a = variable("a", .string, in: spread)
            let b = variable("b", .string, in: spread)
            spread.parameters = [a, b]
            spread.body = [returns(make(.aggregate([read(b), read(a), read(b), int(1)]), type))]
            let fresh = { (text: String) in make(.interpolation([string(text)]), .string) }
            return [returns(call(spread, fresh("x"), fresh("y")))]
        }
        #expect(text == "(\"y\", \"x\", \"y\", 1)")
    }

    @Test func closuresShareTheVariablesTheyCapture() throws {
        let text = try outcome(.int) { tree in
            let type = Type.function([], .int)
            let counter = tree.function("counter", type)
            let count = variable("count", .int, in: counter, captured: true, reassigned: true)
            let step = variable("step", .int, in: counter, captured: true)
            let increment = tree.function("closure", .int)
            increment.captures = [count, step]
            increment.body = [
                modify(place(count), .intAdd, read(step)), returns(read(count)),
            ]
            counter.parameters = [step]
            counter.body = [declare(count, int(100)), returns(make(.closure(increment), type))]
            let first = variable("first", type, in: tree.main)
            let second = variable("second", type, in: tree.main)
            let run = { (closure: Variable) in make(.callValue(read(closure), []), .int) }
            return [
                declare(first, call(counter, int(1))),
                declare(second, call(counter, int(10))),
                perform(run(first)),
                perform(run(second)),
                returns(apply(.intAdd, .int, run(first), run(second))),
            ]
        }
        #expect(text == "222")
    }

    @Test func localFunctionsRecurWithTheirCaptures() throws {
        let text = try outcome(.int) { tree in
            let limit = variable("limit", .int, in: tree.main, captured: true)
            let count = tree.function("count", .int)
            let n = variable("n", .int, in: count)
            count.parameters = [n]
            count.captures = [limit]
            count.body = [
                when(apply(.intGreaterEqual, .bool, read(n), read(limit)), [returns(read(n))]),
                returns(call(count, apply(.intAdd, .int, read(n), int(1)))),
            ]
            return [
                declare(limit, int(50)),
                statement(.function(count)),
                returns(call(count, int(0))),
            ]
        }
        #expect(text == "50")
    }

    // MARK: Leaving

    @Test func deferredCodeRunsInReverseOnEveryWayOut() throws {
        for (path, expected) in [(0, "body end 2 1"), (1, "early 2 1"), (2, "thrown 2 1 caught")] {
            let text = try outcome(.string) { tree in
                let log = variable("log", .string, in: tree.main)
                let work = tree.function("work")
                work.canThrow = true
                let out = variable("log", .string, in: work, isInout: true)
                work.parameters = [out]
                let say = { (text: String) in modify(place(out), .stringConcatenate, string(text)) }
                let isPath = { (other: Int) in apply(.intEqual, .bool, int(path), int(other)) }
                work.body = [
                    statement(.defer([say(" 1")])),
                    statement(.defer([say(" 2")])),
                    when(isPath(1), [say("early"), statement(.return(nil))]),
                    when(isPath(2), [say("thrown"), statement(.throw(errorValue("bad")))]),
                    say("body end"),
                ]
                let error = variable("error", errorType, in: tree.main)
                return [
                    declare(log, string("")),
                    statement(
                        .doCatch(
                            [perform(call(work, address(place(log))))], error: error,
                            [([], [modify(place(log), .stringConcatenate, string(" caught"))])])),
                    returns(read(log)),
                ]
            }
            #expect(text == expected)
        }
    }

    @Test func anErrorFindsTheClauseThatMatches() throws {
        let text = try outcome(.string) { tree in
            let work = tree.function("work", .int)
            work.canThrow = true
            let held = variable("held", .string, in: work)
            work.body = [
                declare(held, make(.interpolation([string("held")]), .string)),
                statement(.throw(errorValue("reason"))),
            ]
            let outer = variable("error", errorType, in: tree.main)
            let inner = variable("error", errorType, in: tree.main)
            let isInt = make(.isType(read(inner), .int), .bool)
            let text = make(
                .interpolation([make(.castForced(read(outer), .string), .string)]), .string)
            return [
                statement(
                    .doCatch(
                        [
                            statement(
                                .doCatch(
                                    [perform(call(work))], error: inner,
                                    [([.isTrue(isInt)], [returns(string("wrong clause"))])]))
                        ], error: outer, [([], [returns(text)])])),
                returns(string("not thrown")),
            ]
        }
        #expect(text == "reason")
    }

    @Test func anUncaughtErrorEndsTheCellWithItsDescription() throws {
        let text = try outcome { tree in
            [statement(.throw(errorValue("no file")), at: tree.range("throw e"))]
        }
        #expect(text == "Error: \"no file\" | <cell> «throw e»")
    }
}

private let errorType = Type.make(
    .existential(NominalType(name: "Error", form: .protocolType)))

private func errorValue(_ text: String) -> Expression {
    make(.existential(make(.interpolation([string(text)]), .string)), errorType)
}

/// Instructions that are several in one do what the several would do.
@Suite struct MachinePairTests {
    @Test func anAdditionAndItsLoopOverflowWhereTheAdditionIs() throws {
        for step in [1, 2] {
            let text = try outcome { tree in
                let sum = variable("sum", .int, in: tree.main)
                let other = variable("other", .int, in: tree.main)
                let i = variable("i", .int, in: tree.main)
                let addition = statement(
                    .expression(
                        make(
                            .modify(place(sum), .intAdd, read(i)), .void, tree.range("sum += i"))))
                // With another statement before it the pair is not the whole loop.
                let before = step == 1 ? [] : [modify(place(other), .intAdd, int(1))]
                return [
                    declare(sum, int(.max - 10)), declare(other, int(0)),
                    statement(
                        .forRange(
                            Label(), i, lower: int(0), upper: int(100), isClosed: false,
                            before + [addition])),
                ]
            }
            #expect(
                text
                    == "OverflowError: arithmetic overflow: 9223372036854775807 + 5 does not fit in Int"
                    + " | <cell> «sum += i»")
        }
    }

    @Test func productsAreAddedWithTwoRoundings() throws {
        let text = try outcome(.tuple([.double, .int])) { tree in
            let sum = variable("sum", .double, in: tree.main)
            let count = variable("count", .int, in: tree.main)
            let i = variable("i", .int, in: tree.main)
            let product = apply(
                .doubleMultiply, .double, double(0.1), apply(.intToDouble, .double, read(i)))
            return [
                declare(sum, double(0)), declare(count, int(0)),
                statement(
                    .forRange(
                        Label(), i, lower: int(0), upper: int(10), isClosed: false,
                        [modify(place(sum), .doubleAdd, product)])),
                statement(
                    .while(
                        Label(),
                        [
                            .isTrue(
                                apply(
                                    .intLess, .bool, read(count),
                                    apply(.intAdd, .int, int(40), int(2))))
                        ], [modify(place(count), .intAdd, int(1))])),
                returns(make(.aggregate([read(sum), read(count)]), .tuple([.double, .int]))),
            ]
        }
        var expected = 0.0
        for i in 0..<10 { expected += 0.1 * Double(i) }
        #expect(text == "(\(expected), 42)")
    }

    @Test func elementsAreAddedToInPlace() throws {
        let type = Type.tuple([.array(.double), .array(.int), .array(.int)])
        let text = try outcome(type) { tree in
            let doubles = variable("doubles", .array(.double), in: tree.main)
            let ints = variable("ints", .array(.int), in: tree.main)
            let shared = variable("shared", .array(.int), in: tree.main)
            let two = variable("two", .int, in: tree.main)
            return [
                declare(two, int(2)),
                declare(doubles, array([double(1), double(2)])),
                declare(ints, array([int(1), int(2)])),
                declare(shared, read(ints)),
                modify(place(doubles, [(.arrayElement(int(1)), .double)]), .doubleAdd, double(0.5)),
                modify(place(ints, [(.arrayElement(int(0)), .int)]), .intAdd, read(two)),
                returns(make(.aggregate([read(doubles), read(ints), read(shared)]), type)),
            ]
        }
        #expect(text == "([1.0, 2.5], [3, 2], [1, 2])")
        let overflow = try outcome { tree in
            let ints = variable("ints", .array(.int), in: tree.main)
            let one = variable("one", .int, in: tree.main)
            return [
                declare(ints, array([int(.max)])), declare(one, int(1)),
                modify(place(ints, [(.arrayElement(int(0)), .int)]), .intAdd, read(one)),
            ]
        }
        #expect(
            overflow
                == "OverflowError: arithmetic overflow: 9223372036854775807 + 1 does not fit in Int"
                + " | <cell> «»")
    }

    @Test func rowsOfNestedArraysAreReadWhereTheyAre() throws {
        let row = Type.array(.string)
        let text = try outcome(.string) { tree in
            let rows = variable("rows", .array(row), in: tree.main)
            let get = { (i: Int, j: Int) in
                apply(.arrayGet, .string, apply(.arrayGet, row, read(rows), int(i)), int(j))
            }
            return [
                declare(rows, array([array([string("a")]), array([string("b"), string("c")])])),
                returns(make(.interpolation([get(1, 1), get(0, 0), get(1, 0)]), .string)),
            ]
        }
        #expect(text == "cab")
    }
}
