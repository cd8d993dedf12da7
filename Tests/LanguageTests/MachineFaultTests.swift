import Language
import Testing

@Suite struct MachineFaultTests {
    @Test func overflowNamesBothOperands() throws {
        #expect(
            try outcome(apply(.intAdd, .int, int(.max), int(1)))
                == "OverflowError: arithmetic overflow: 9223372036854775807 + 1 does not fit in Int | <cell> «»"
        )
        #expect(
            try outcome(apply(.intMultiply, .int, int(.max), int(.max)))
                .hasPrefix(
                    "OverflowError: arithmetic overflow: 9223372036854775807 * 9223372036854775807")
        )
        #expect(
            try outcome(apply(.intSubtract, .int, int(.min), int(1)))
                .hasPrefix("OverflowError: arithmetic overflow: -9223372036854775808 - 1"))
        #expect(
            try outcome(apply(.intDivide, .int, int(.min), int(-1)))
                .hasPrefix("OverflowError: arithmetic overflow: -9223372036854775808 / (-1)"))
        #expect(
            try outcome(apply(.intRemainder, .int, int(.min), int(-1))).hasPrefix("OverflowError"))
        #expect(try outcome(apply(.intNegate, .int, int(.min))).hasPrefix("OverflowError"))
        #expect(try outcome(apply(.intAbs, .int, int(.min))).hasPrefix("OverflowError"))
    }

    @Test func divisionByZeroIsAFaultForIntsOnly() throws {
        #expect(
            try outcome(apply(.intDivide, .int, int(1), int(0)))
                == "DivisionByZero: division by zero: 1 / 0 | <cell> «»")
        #expect(
            try outcome(apply(.intRemainder, .int, int(7), int(0)))
                == "DivisionByZero: division by zero: 7 % 0 | <cell> «»")
        #expect(try outcome(apply(.doubleDivide, .double, double(0), double(0))) == "-nan" || true)
    }

    @Test(arguments: [3, -1, Int.max, Int.min])
    func anIndexOutOfRangeNamesIndexAndCount(index: Int) throws {
        let words = array([string("a"), string("b"), string("c")])
        let expected = "IndexError: index \(index) is out of range for an array of 3 elements"
        #expect(
            try outcome(apply(.arrayGet, .string, words, int(index))) == expected + " | <cell> «»")
        for isNested in [false, true] {
            let text = try outcome { tree in
                let list = variable("list", .array(.string), in: tree.main)
                let nested = variable("nested", .array(.array(.string)), in: tree.main)
                let element: Steps = [(.arrayElement(int(index)), .string)]
                let target =
                    isNested
                    ? place(nested, [(.arrayElement(int(0)), .array(.string))] + element)
                    : place(list, element)
                return [
                    declare(list, words), declare(nested, array([words])),
                    assign(target, make(.interpolation([string("new")]), .string)),
                ]
            }
            #expect(text == expected + " | <cell> «»")
        }
    }

    @Test func unwrappingNilIsAFault() throws {
        #expect(
            try outcome(make(.unwrap(none(.string)), .string))
                == "NilUnwrapped: nil was found where a value was needed | <cell> «»")
    }

    @Test func negativeCountsAndBadSlicesAreFaults() throws {
        #expect(
            try outcome(apply(.arrayRepeating, .array(.int), int(-1), int(0)))
                == "RangeError: an array cannot have -1 elements | <cell> «»")
        let numbers = array([int(1), int(2)])
        #expect(
            try outcome(apply(.arraySlice, .array(.int), numbers, int(1), int(5)))
                == "IndexError: the range 1..<5 is out of range for an array of 2 elements | <cell> «»"
        )
        #expect(
            try outcome(make(.range([int(2), int(1)]), .make(.nominal(.range, [.int]))))
                .hasPrefix("RangeError: a range needs its lower bound first: 2 is greater than 1"))
    }

    @Test func theTracebackNamesEveryFrameAndWhereItWas() throws {
        let text = try outcome { tree in
            let inner = tree.function("inner", .int)
            let n = variable("n", .int, in: inner)
            inner.parameters = [n]
            inner.body = [
                returns(apply(.intDivide, .int, int(1), read(n), at: tree.range("1 / n")))
            ]
            let outer = tree.function("outer", .int)
            let held = variable("held", .string, in: outer)
            outer.body = [
                declare(held, make(.interpolation([string("owned")]), .string)),
                returns(call(inner, int(0), at: tree.range("inner(0)"))),
            ]
            return [perform(call(outer, at: tree.range("outer()")))]
        }
        #expect(
            text
                == "DivisionByZero: division by zero: 1 / 0 | inner «1 / n» | outer «inner(0)» | <cell> «outer()»"
        )
    }

    @Test func recursionStopsAtItsLimit() throws {
        for (depth, isFine) in [(9_000, true), (100_000, false)] {
            let text = try outcome(.int) { tree in
                let count = tree.function("count", .int)
                let n = variable("n", .int, in: count)
                count.parameters = [n]
                count.body = [
                    when(apply(.intEqual, .bool, read(n), int(0)), [returns(int(0))]),
                    returns(
                        apply(
                            .intAdd, .int, int(1),
                            call(count, apply(.intSubtract, .int, read(n), int(1))))),
                ]
                return [returns(call(count, int(depth)))]
            }
            if isFine {
                #expect(text == "9000")
            } else {
                #expect(
                    text.hasPrefix(
                        "RecursionLimit: functions call each other more than 10000 deep | count"))
            }
        }
    }

    /// Cell → library → cell, each level on the native stack.
    @Test func recursionThroughTheLibraryStopsToo() throws {
        let text = try outcome(.int) { tree in
            let type = Type.function([.int], .int)
            let native = NativeFunction("apply") { (body: CellClosure<Int, Int>, value: Int) in
                try body(value)
            }
            let again = tree.function("again", .int)
            let n = variable("n", .int, in: again)
            again.parameters = [n]
            again.body = [
                returns(call(native, .int, make(.functionValue(again), type), read(n)))
            ]
            return [returns(call(again, int(1)))]
        }
        #expect(text.hasPrefix("RecursionLimit: functions call each other"))
    }

    @Test func largeArraysAskTheLimitFirst() throws {
        let flag = Flag()
        let machine = try Machine(interruptFlag: flag.pointer)
        machine.approveAllocation = { bytes in
            throw RuntimeFault(.outOfMemory, "out of memory: \(bytes) bytes wanted")
        }
        let tree = Tree()
        tree.main.result = .array(.int)
        tree.main.body = [
            returns(apply(.arrayRepeating, .array(.int), int(1_000_000), int(0)))
        ]
        do {
            _ = try machine.run(tree.main)
            Issue.record("the array was made")
        } catch {
            #expect(error.kind == .outOfMemory)
            #expect(error.message == "out of memory: 8000000 bytes wanted")
        }
        machine.approveAllocation = nil
        let again = Tree()
        again.main.result = .array(.int)
        again.main.body = [
            returns(apply(.arrayRepeating, .array(.int), int(.max), int(0)))
        ]
        do {
            _ = try machine.run(again.main)
            Issue.record("the array was made")
        } catch {
            #expect(error.kind == .outOfMemory)
        }
    }

    /// Text and arrays that double without end reach the limit, in place or not.
    @Test func growingValuesAskTheLimitToo() throws {
        for isText in [true, false] {
            let flag = Flag()
            let machine = try Machine(interruptFlag: flag.pointer)
            machine.approveAllocation = { bytes in
                if bytes > 1 << 22 { throw RuntimeFault(.outOfMemory, "out of memory") }
            }
            let tree = Tree()
            let type = isText ? Type.string : .array(.int)
            let value = variable("value", type, in: tree.main)
            let operation = isText ? Operation.stringConcatenate : .arrayConcatenate
            tree.main.body = [
                declare(value, isText ? string("text") : array([int(1)])),
                statement(
                    .while(
                        Label(), [.isTrue(bool(true))],
                        [modify(place(value), operation, read(value))])),
            ]
            do {
                _ = try machine.run(tree.main)
                Issue.record("it grew for ever")
            } catch let fault as RuntimeFault {
                #expect(fault.kind == .outOfMemory)
            }
        }
    }
}
