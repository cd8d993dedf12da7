/// A function, method, initialiser, accessor, closure, or a cell's top level.
package final class Function {
    package let name: String
    package let source: SourceText
    package let range: SourceRange
    /// `self` first, for a method. An inout parameter holds an address.
    package var parameters: [Variable] = []
    package var result: Type = .void
    package var canThrow = false
    /// Its result is what this one declares as `some P`.
    var opaqueOrigin: Callable?
    /// What it was made from, where it serves for all types of cells and is never compiled itself.
    var origin: FunctionOrigin?
    /// Variables of the functions around it that it uses, in a fixed order. Their values are copied when they never
    /// change after the capture, otherwise the variable lives in a box that both share (`Variable.isBoxed`).
    package var captures: [Variable] = []
    /// A closure that is only called while the call it was handed to runs; it may use inout parameters around it.
    package var isNonEscaping = false
    /// Written in the library: a traceback leaves it out.
    package var isOfLibrary = false
    /// Empty until checked.
    package var body: [Statement] = []
    /// Nothing reaches it any more, and its body is gone.
    private(set) var isRetired = false
    /// Falls off its end without a value: a fault the checker has excluded.
    package weak var parent: Function?
    /// Where its code is found. A later function of the same name and type takes over the earlier one's, so that
    /// callers run the new one.
    package var code: CodeReference

    package init(
        name: String, source: SourceText, range: SourceRange, parent: Function? = nil,
        code: CodeReference = CodeReference()
    ) {
        self.name = name
        self.source = source
        self.range = range
        self.parent = parent
        self.code = code
    }

    /// Lets go of the tree, which may refer to the function itself.
    func retire() {
        isRetired = true
        body = []
        captures = []
    }

    /// Written in the library, or inside something that was.
    var isInLibrary: Bool {
        var around: Function? = self
        while let here = around {
            if here.isOfLibrary { return true }
            around = here.parent
        }
        return false
    }
}

/// Where a function's compiled code is.
package final class CodeReference {
    /// Set by the compiler.
    package var compiled: AnyObject?

    package init() {}
}

/// A local variable or parameter.
package final class Variable {
    package let name: String
    package let type: Type
    package let isMutable: Bool
    package let range: SourceRange
    /// The parameter holds the address of the caller's variable.
    package let isInout: Bool
    package private(set) weak var owner: Function?
    package var isParameter = false
    /// A function that the caller lends: it may be called and lent on, but not kept.
    package var isNonEscapingParameter = false
    /// A closure or local function uses it.
    package var isCaptured = false
    /// It is assigned to after its declaration.
    package var isReassigned = false
    /// Its type is written with `!`.
    package var isImplicit = false
    /// The function whose `some P` it holds.
    var opaqueOrigin: Callable?

    package init(
        name: String, type: Type, isMutable: Bool, range: SourceRange, isInout: Bool = false,
        owner: Function?
    ) {
        self.name = name
        self.type = type
        self.isMutable = isMutable
        self.range = range
        self.isInout = isInout
        self.owner = owner
    }

    /// Lives on the heap because closures share it.
    package var isBoxed: Bool { isCaptured && isReassigned && !isInout }
}

/// A variable of the session: declared at a cell's top level, there for every later cell.
package final class Global: @unchecked Sendable {
    package let name: String
    package let type: Type
    package var isMutable: Bool
    /// Its type is written with `!`.
    package var isImplicit = false
    /// The function whose `some P` it holds.
    var opaqueOrigin: Callable?
    package let range: SourceRange
    /// Its slots, at an address that never changes, and behind them whether it is initialised. All 0 until then.
    package let slots: UnsafeMutablePointer<UInt64>
    package var isInitialized: Bool {
        get { slots[type.layout.count] != 0 }
        set { slots[type.layout.count] = newValue ? 1 : 0 }
    }
    /// Gives it its value when it is first used: a static property.
    package var initializer: Function?
    /// Declared without a value, at a cell's top level: what assigns it there makes it known.
    var startsEmpty = false
    /// Some function or closure uses it, so that it cannot be kept in a register while a cell's top level runs.
    package var isUsedByFunction = false

    package init(name: String, type: Type, isMutable: Bool, range: SourceRange) {
        self.name = name
        self.type = type
        self.isMutable = isMutable
        self.range = range
        slots = .allocate(capacity: type.layout.count + 1)
        slots.initialize(repeating: 0, count: type.layout.count + 1)
    }

    /// Lets go of its value.
    func clear() {
        let old = (0..<type.layout.count).map { slots[$0] }
        slots.update(repeating: 0, count: type.layout.count + 1)
        HeapObject.release(old, type.layout)
    }

    deinit {
        HeapObject.release(slots, type.layout)
        slots.deallocate()
    }
}
