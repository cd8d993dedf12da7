import Language
import Testing

@Suite struct MachineGlobalTests {
    @Test func aFaultLeavesWhatTheCellHadFinished() throws {
        let before = HeapObject.liveBlocks
        do {
            let flag = Flag()
            let machine = try Machine(interruptFlag: flag.pointer)
            let first = global("first", .array(.int))
            let second = global("second", .array(.int))
            for isUsedByFunction in [false, true] {
                first.isUsedByFunction = isUsedByFunction
                let tree = Tree()
                tree.main.body = [
                    declare(first, array([int(1), int(2)])),
                    perform(apply(.arrayAppend, .void, address(place(first)), int(3))),
                    declare(
                        second,
                        array([
                            apply(
                                .intDivide, .int, int(1), apply(.intSubtract, .int, int(1), int(1)))
                        ])),
                ]
                #expect(throws: RuntimeFault.self) { try machine.run(tree.main) }
                #expect(first.isInitialized)
                #expect(!second.isInitialized)
                #expect(try machine.describe(first.slots, first.type, debug: false) == "[1, 2, 3]")
            }
            // A later cell reads and changes it.
            let later = Tree()
            later.main.result = .int
            later.main.body = [
                modify(place(first, [(.arrayElement(int(0)), .int)]), .intAdd, int(10)),
                returns(apply(.arrayGet, .int, read(first), int(0))),
            ]
            let result = try machine.run(later.main)
            #expect(result.map { Int.load($0.slots) } == 11)
        }
        #expect(HeapObject.liveBlocks == before)
    }

    @Test func aFunctionMadeAgainIsWhatEarlierCallersRun() throws {
        let flag = Flag()
        let machine = try Machine(interruptFlag: flag.pointer)
        let tree = Tree()
        let old = tree.function("f", .int)
        old.body = [returns(int(1))]
        let caller = tree.function("caller", .int)
        caller.body = [returns(call(old))]
        func run() throws -> Int? {
            let main = Tree().main
            main.result = .int
            main.body = [returns(call(caller))]
            return try machine.run(main).map { Int.load($0.slots) }
        }
        #expect(try run() == 1)
        let new = Function(
            name: "f", source: SourceText(name: "cell 2", text: ""), range: .none, code: old.code)
        new.result = .int
        new.body = [returns(int(2))]
        machine.compile([new])
        #expect(try run() == 2)
    }

    @Test func manyCellsLeaveNothingBehind() throws {
        let before = HeapObject.liveBlocks
        do {
            let flag = Flag()
            let machine = try Machine(interruptFlag: flag.pointer)
            let text = global("text", .string)
            for cell in 0..<1_000 {
                let tree = Tree()
                let f = tree.function("f", .string)
                f.body = [returns(make(.interpolation([string("cell "), int(cell)]), .string))]
                tree.main.body = [declare(text, call(f))]
                _ = try machine.run(tree.main)
                #expect(HeapObject.liveBlocks - before <= 8)
            }
            #expect(try machine.describe(text.slots, text.type, debug: false) == "cell 999")
        }
        #expect(HeapObject.liveBlocks == before)
    }
}
