import CMachine

/// Turns a function's tree into bytecode.
///
/// Registers are handed out like a stack: parameters, captured values, globals that live in registers, variables as
/// they are declared, temporaries above them.
///
/// Every reference is owned by somebody who releases it exactly once:
/// - A variable owns what it holds until its scope ends. Parameters and captured values are borrowed: the caller and
///   the closure keep them.
/// - A value just computed is *owned* when a temporary holds it, *borrowed* when its register is a variable's. Borrowed
///   values are used at once; what outlives the next assignment is retained first.
/// - Arguments of calls are borrowed by the callee; results are owned by the caller.
/// - `owned` lists, at every instruction, the registers whose references the frame owns. Where an instruction may fail,
///   the list goes into the side table, and unwinding releases it. Nothing is paid while nothing fails.
final class FunctionCompiler {
    let function: Function
    let target: CompiledFunction
    let machine: Machine
    let isMain: Bool
    /// Fused jumps reach 32,767 words; a longer function is compiled again with jumps that reach everywhere.
    let usesLongJumps: Bool

    var code: [UInt64] = []
    var range: SourceRange
    var next = 0
    var registerCount = 0
    var owned: [Int] = []
    var homes: [ObjectIdentifier: Home] = [:]
    var globalHomes: [ObjectIdentifier: Int] = [:]
    var constantHomes: [UInt64: Int] = [:]
    /// By their bytes: texts that are equal need not have the same.
    var stringHomes: [[UInt8]: Reference] = [:]
    var closureHomes: [ObjectIdentifier: Int] = [:]
    var scopes: [Scope] = []
    var loops: [Loop] = []
    var fallthroughTarget: (label: Int, scopeDepth: Int, ownedMark: Int)?
    /// Functions that the code refers to.
    var referenced: [Function] = []
    var keptAlive: [AnyObject] = []
    var constants: [Reference] = []

    /// For each owned register, where the value begins that it is a part of.
    private var valueStarts: [Int: Int] = [:]
    /// Instructions that may run a `deinit`: they say where the frame ends.
    private var releaseOffsets: [Int] = []
    private var positions: [CodePosition] = []
    private var ownedSets: [[Int]] = []
    private var ownedIndex: [[Int]: Int] = [:]
    private var lastOwned: [Int]?
    private var lastOwnedIndex = 0
    var handlers: [CodeHandler] = []
    var loans: [CodeLoan] = []
    private var labels: [Int] = []
    private var fixups: [(word: Int, label: Int, isWide: Bool)] = []
    /// Where the instruction emitted last begins.
    private var lastInstruction = -1
    /// Why there can be no code.
    var failure: String?

    /// Where a variable is.
    enum Home {
        case register(Int)
        /// The register holds the box.
        case box(Int)
        /// The register holds the address.
        case address(Int)
    }

    /// Whether the code is made for a debugger.
    let hasMarks: Bool
    /// The variables that a debugger shows here.
    var inSight: [Variable] = []
    private var marks: [CodeMark] = []

    struct Scope {
        let ownedMark: Int
        let next: Int
        var inSight = 0
        var defers: [(body: [Statement], start: Int, ownedMark: Int)] = []
    }

    struct Loop {
        let label: Label
        let breakLabel: Int
        let continueLabel: Int?
        let scopeDepth: Int
        let ownedMark: Int
    }

    /// Where a value is, and whether its references are the frame's.
    struct Operand {
        var register: Int
        var isOwned: Bool
    }

    init(
        _ function: Function, into target: CompiledFunction, machine: Machine, isMain: Bool,
        usesLongJumps: Bool
    ) {
        self.function = function
        self.target = target
        self.machine = machine
        self.isMain = isMain
        self.usesLongJumps = usesLongJumps
        hasMarks = machine.debugger.isAttached && !function.isInLibrary
        range = function.range
    }

    /// Compiles into the target; gives the functions that the code refers to.
    static func compile(
        _ function: Function, into target: CompiledFunction, machine: Machine, isMain: Bool
    ) -> [Function] {
        for usesLongJumps in [false, true] {
            let compiler = FunctionCompiler(
                function, into: target, machine: machine, isMain: isMain,
                usesLongJumps: usesLongJumps)
            compiler.compileBody()
            if compiler.finish() { return compiler.referenced }
        }
        return []
    }

    // MARK: Registers

    func temporary(_ count: Int) -> Int {
        let register = next
        next += count
        registerCount = max(registerCount, next)
        return register
    }

    /// Makes registers from here on free again.
    func free(to mark: Int) { next = mark }

    // MARK: Ownership

    func own(_ register: Int, _ layout: Layout) {
        for index in layout.references {
            owned.append(register + index)
            valueStarts[register + index] = register
        }
    }

    /// A variable's value begins here: its parts go in their order.
    func noteStart(of register: Int, _ layout: Layout) {
        for index in layout.references { valueStarts[register + index] = register }
    }

    func disown(_ register: Int, _ layout: Layout) {
        for index in layout.references {
            if let position = owned.lastIndex(of: register + index) { owned.remove(at: position) }
        }
    }

    /// Lets go of a value when the frame owns it.
    func release(_ operand: Operand, _ layout: Layout) {
        guard operand.isOwned, !layout.references.isEmpty else { return }
        disown(operand.register, layout)
        emitReleases(layout.references.map { operand.register + $0 })
    }

    /// Lets go of registers in the order given.
    func emitReleases(_ registers: [Int]) {
        var index = 0
        while index < registers.count {
            var end = index + 1
            while end < registers.count, registers[end] == registers[end - 1] + 1 { end += 1 }
            releaseOffsets.append(code.count)
            if end - index == 1 {
                emit(.release, a: registers[index])
            } else {
                emit(.releaseN, a: registers[index], b: end - index)
            }
            index = end
        }
    }

    /// What variables own, when their scope ends: the one declared last goes first.
    func emitScopeReleases(_ registers: ArraySlice<Int>) {
        // Parts of one value go in their order all the same.
        var registers = Array(registers.reversed())
        var start = 0
        while start < registers.count {
            var end = start + 1
            while end < registers.count, let value = valueStarts[registers[end]], value == valueStarts[registers[start]] {
                end += 1
            }
            if end - start > 1 { registers[start..<end].reverse() }
            start = end
        }
        var index = 0
        while index < registers.count {
            var end = index + 1
            while end < registers.count, registers[end] == registers[end - 1] - 1 { end += 1 }
            releaseOffsets.append(code.count)
            if end - index == 1 {
                emit(.release, a: registers[index])
            } else {
                emit(.releaseN, x: 1, a: registers[end - 1], b: end - index)
            }
            index = end
        }
    }

    // MARK: Instructions

    func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
        notePosition()
        if x > 0xff || a > 0xffff || b > 0xffff || c > 0xffff { isTooLarge() }
        lastInstruction = code.count
        code.append(Word.encode(opcode, x: x, a: a, b: b, c: c))
    }

    /// With a second word.
    func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, word: UInt64) {
        emit(opcode, x: x, a: a, b: b, c: c)
        code.append(word)
    }

    func emit(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, object: AnyObject) {
        keptAlive.append(object)
        emit(
            opcode, x: x, a: a, b: b, c: c,
            word: UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())))
    }

    func emitMove(from source: Int, to target: Int, count: Int) {
        if source == target || count == 0 { return }
        switch count {
        case 1: emit(.move, a: target, b: source)
        case 2: emit(.move2, a: target, b: source)
        default: emit(.moveN, a: target, b: source, c: count)
        }
    }

    func emitInt(_ value: Int, to register: Int) {
        if Int(Int32(truncatingIfNeeded: value)) == value {
            notePosition()
            if register > 0xffff { isTooLarge() }
            code.append(Word.encode(.loadInt, a: register, wide: value))
        } else {
            emit(.loadWord, a: register, word: UInt64(bitPattern: Int64(value)))
        }
    }

    func emitRetains(_ register: Int, _ layout: Layout) {
        for index in layout.references { emit(.retain, a: register + index) }
    }

    func isTooLarge() {
        failure =
            "the function '\(function.name)' is too large: it needs more than 65,535 values at once"
    }

    private func notePosition() {
        let index: Int
        if let lastOwned, lastOwned == owned {
            index = lastOwnedIndex
        } else if let known = ownedIndex[owned] {
            index = known
        } else {
            index = ownedSets.count
            ownedSets.append(owned)
            ownedIndex[owned] = index
        }
        lastOwned = owned
        lastOwnedIndex = index
        if let last = positions.last, last.range == range, last.owned == index { return }
        positions.append(CodePosition(offset: code.count, range: range, owned: index))
    }

    func ownedSetIndex(_ set: [Int]) -> Int {
        if let known = ownedIndex[set] { return known }
        ownedSets.append(set)
        ownedIndex[set] = ownedSets.count - 1
        return ownedSets.count - 1
    }

    // MARK: Jumps

    func makeLabel() -> Int {
        labels.append(-1)
        return labels.count - 1
    }

    func place(_ label: Int) { labels[label] = code.count }

    func jump(to label: Int) {
        notePosition()
        fixups.append((code.count, label, true))
        code.append(Word.encode(.jump))
    }

    /// A jump by register a, with a wide offset.
    func jump(_ opcode: Opcode, a: Int, to label: Int) {
        notePosition()
        if a > 0xffff { isTooLarge() }
        fixups.append((code.count, label, true))
        code.append(Word.encode(opcode, a: a))
    }

    /// A fused jump, with the offset in c.
    func jump(_ opcode: Opcode, x: Int = 0, a: Int, b: Int, to label: Int) {
        notePosition()
        if x > 0xff || a > 0xffff || b > 0xffff { isTooLarge() }
        if !usesLongJumps { pair(with: opcode) }
        if usesLongJumps {
            code.append(Word.encode(opcode, x: x, a: a, b: b, c: 1))
            code.append(Word.encode(.jump, a: 0, wide: 1))
            fixups.append((code.count, label, true))
            code.append(Word.encode(.jump))
        } else {
            fixups.append((code.count, label, false))
            code.append(Word.encode(opcode, x: x, a: a, b: b))
        }
    }

    /// Makes the instruction just emitted and the one that follows it a pair.
    func pair(with following: Opcode, register: Int = -1) {
        guard lastInstruction == code.count - 1, let word = code.last,
            let opcode = Opcode(rawValue: UInt8(truncatingIfNeeded: word))
        else { return }
        let paired: Opcode
        switch (opcode, following) {
        case (.intAdd, .loopInt): paired = .intAddThenLoop
        case (.doubleAdd, .loopInt): paired = .doubleAddThenLoop
        case (.doubleMultiplyAdd, .loopInt): paired = .doubleMultiplyAddThenLoop
        case (.intAddImmediate, .call): paired = .intAddImmediateThenCall
        case (.intAdd, .return1) where Word.a(word) == register: paired = .intAddThenReturn
        case (.intAddImmediate, .jumpIntLess): paired = .intAddImmediateThenJumpLess
        default: return
        }
        code[code.count - 1] = word & ~0xff | UInt64(paired.rawValue)
    }

    // MARK: The end

    /// Whether the code is good; false when it has to be made again with long jumps.
    private func finish() -> Bool {
        for fixup in fixups {
            let offset = labels[fixup.label] - (fixup.word + 1)
            if fixup.isWide {
                code[fixup.word] |= UInt64(UInt32(truncatingIfNeeded: offset)) << 32
            } else if Int(Int16(truncatingIfNeeded: offset)) == offset {
                code[fixup.word] |= UInt64(UInt16(truncatingIfNeeded: offset)) << 48
            } else {
                for constant in constants { HeapObject.release(constant) }
                return false
            }
        }
        for offset in releaseOffsets {
            code[offset] |= UInt64(UInt16(truncatingIfNeeded: min(registerCount + 8, 0xffff))) << 48
        }
        if failure != nil {
            code = [Word.encode(.unreachable)]
            positions = [CodePosition(offset: 0, range: function.range, owned: 0)]
            ownedSets = [[]]
            handlers = []
            loans = []
        }
        target.dropConstants()
        target.install(code)
        target.name = function.name
        target.source = function.isInLibrary ? nil : function.source
        target.compiledFor = function
        target.failure = failure
        target.capturesTypes = function.captures.contains { $0.type.mayHoldTypes }
        target.positions = positions
        target.ownedSets = ownedSets
        target.handlers = handlers
        target.loans = loans
        target.resultType = function.result
        target.constants = constants
        target.keptAlive = keptAlive
        target.entry.pointee.frameSize = registerCount + 8
        target.marks = failure == nil ? marks : []
        if hasMarks { machine.debugger.arm(target) }
        return true
    }

    /// Notes that a statement begins here, and what a debugger can show then.
    func mark() {
        guard hasMarks else { return }
        let variables = inSight.compactMap { variable in
            homes[ObjectIdentifier(variable)].map { DebugVariable(variable, at: $0) }
        }
        marks.append(CodeMark(offset: code.count, range: range, variables: variables))
        emit(.mark)
    }
}
