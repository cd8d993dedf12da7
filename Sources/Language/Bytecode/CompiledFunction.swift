import CMachine

/// What a call needs: plain memory whose address is in the calling code, so that a function compiled again takes over
/// its callers.
package struct CodeEntry {
    package var code: UnsafeMutablePointer<UInt64>
    /// Registers, and room for the frame of a native call.
    var frameSize: Int
    /// Where a closure's own reference goes, −1 when it captures nothing.
    package var closureRegister: Int
    var parameterSlots: Int
}

/// Where in the source an instruction comes from and what its frame owns while it runs.
struct CodePosition {
    /// Offset of the instruction.
    let offset: Int
    let range: SourceRange
    /// Index into `ownedSets`.
    let owned: Int
}

/// A stretch of code whose thrown errors go to a handler.
struct CodeHandler {
    let start: Int
    let end: Int
    let handler: Int
    let errorRegister: Int
    /// What the frame owns at the handler; everything else is released on the way.
    let owned: Int
}

/// A stretch of code in which a dictionary's value is lent: it lies in registers, to be changed there.
struct CodeLoan {
    let start: Int
    let end: Int
    /// Where the dictionary is: a register, or so many slots behind where one points.
    let dictionary: Int
    let memoryOffset: Int?
    let key: Int
    let keySlots: Int
    let value: Int
    let valueLayout: Layout
    /// What is put back may be nil.
    let isOptional: Bool
}

/// A global that lives in registers while the cell's top level runs.
struct PinnedGlobal {
    let global: Global
    let register: Int
}

/// A function's bytecode with its side tables. It is `CodeReference.compiled`.
package final class CompiledFunction {
    let entry: UnsafeMutablePointer<CodeEntry>
    private(set) var codeCount = 0
    var name = ""
    var source: SourceText?
    /// Sorted by offset.
    var positions: [CodePosition] = []
    var ownedSets: [[Int]] = []
    /// Where statements begin, in code made for a debugger; by offset.
    var marks: [CodeMark] = []
    /// Inner ones first.
    var handlers: [CodeHandler] = []
    /// Inner ones first.
    var loans: [CodeLoan] = []
    var pinnedGlobals: [PinnedGlobal] = []
    var resultType: Type = .void
    /// References that the code holds: string literals.
    var constants: [Reference] = []
    /// What the code points at: native functions, shapes, globals, the entries of other functions.
    var keptAlive: [AnyObject] = []
    /// Whose code it is: another function of the same reference has to be compiled first.
    weak var compiledFor: Function?
    /// Why the code cannot run.
    var failure: String?
    /// Closures that run it.
    @exclusivity(unchecked) var closures = 0
    /// What they hold may be one of several types.
    var capturesTypes = false
    let table: CodeTable
    /// Where the table has it.
    var tableIndex = 0

    /// The entry of a function that is not compiled yet.
    init(table: CodeTable) {
        self.table = table
        entry = .allocate(capacity: 1)
        let code = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        code.initialize(to: Word.encode(.unreachable))
        entry.initialize(
            to: CodeEntry(code: code, frameSize: 8, closureRegister: -1, parameterSlots: 0))
        codeCount = 1
        table.add(self)
    }

    func isCompiled(for function: Function) -> Bool { compiledFor === function }

    func install(_ words: [UInt64]) {
        entry.pointee.code.deallocate()
        let code = UnsafeMutablePointer<UInt64>.allocate(capacity: words.count)
        code.initialize(from: words, count: words.count)
        entry.pointee.code = code
        codeCount = words.count
    }

    func contains(_ pc: UnsafePointer<UInt64>) -> Bool {
        let start = UnsafePointer(entry.pointee.code)
        return pc > start && pc <= start + codeCount
    }

    /// The position of the instruction that ends at or before the address and after which nothing else began.
    func position(before pc: UnsafePointer<UInt64>) -> CodePosition? {
        let offset = pc - UnsafePointer(entry.pointee.code)
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? positions[low - 1] : nil
    }

    /// Nothing reaches the code any more but code that it reaches itself: lets go of all of it.
    func retire() {
        install([Word.encode(.unreachable)])
        compiledFor = nil
        positions = []
        ownedSets = []
        marks = []
        handlers = []
        loans = []
        pinnedGlobals = []
        dropConstants()
        keptAlive = []
    }

    func dropConstants() {
        for constant in constants { HeapObject.release(constant) }
        constants = []
    }

    deinit {
        table.remove(self)
        dropConstants()
        entry.pointee.code.deallocate()
        entry.deallocate()
    }
}

/// All compiled functions of a machine, for finding the one that an address belongs to.
final class CodeTable {
    weak var machine: Machine?
    private var functions: [Unmanaged<CompiledFunction>] = []

    func add(_ function: CompiledFunction) {
        function.tableIndex = functions.count
        functions.append(.passUnretained(function))
    }

    func remove(_ function: CompiledFunction) {
        let last = functions.removeLast()
        if function.tableIndex < functions.count {
            functions[function.tableIndex] = last
            last._withUnsafeGuaranteedRef { $0.tableIndex = function.tableIndex }
        }
    }

    var all: [CompiledFunction] { functions.map { $0.takeUnretainedValue() } }

    /// Functions that call each other keep each other alive; when the machine goes, nothing can run them any more.
    func breakCycles() {
        let all = functions.map { $0.takeUnretainedValue() }
        for function in all { function.keptAlive = [] }
    }

    func function(at pc: UnsafePointer<UInt64>) -> CompiledFunction? {
        for function in functions
        where function._withUnsafeGuaranteedRef({ $0.contains(pc) }) {
            return function.takeUnretainedValue()
        }
        return nil
    }
}

/// A native call in code: the function and what it stands with.
final class NativeCall {
    let function: NativeFunction
    let typeArguments: [Type]
    let argumentSlots: Int
    let resultSlots: Int

    init(
        function: NativeFunction, typeArguments: [Type], argumentSlots: Int, resultSlots: Int
    ) {
        self.function = function
        self.typeArguments = typeArguments
        self.argumentSlots = argumentSlots
        self.resultSlots = resultSlots
    }
}

/// What a closure expression makes.
final class ClosureShape {
    let compiled: CompiledFunction
    let layout: UnsafePointer<LayoutDescriptor>

    init(compiled: CompiledFunction, layout: UnsafePointer<LayoutDescriptor>) {
        self.compiled = compiled
        self.layout = layout
    }
}
