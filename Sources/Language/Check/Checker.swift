import SwiftSyntax

/// Checks a cell: from its syntax to a tree in which every name, type and conversion is written out.
///
/// Checking is local and goes both ways: what is expected flows down (a literal becomes what its context asks for),
/// what was found flows up. Overloads are chosen by labels, then by exact types, then by literal conversions; there is
/// no solver over whole statements, so an error is found where it is made.
final class Checker {
    let environment: Environment
    let source: SourceText
    var diagnostics: [Diagnostic] = []
    /// Functions made while checking, to be compiled.
    var functions: [Function] = []
    /// Function bodies to be checked once all of the cell's names are known.
    var pending: [() -> Void] = []

    /// Where names are looked up now.
    @exclusivity(unchecked) var scope: Scope
    /// The function whose body is being checked.
    @exclusivity(unchecked) var function: Function
    var context = FunctionContext()
    /// What is known of variables without a value at this point.
    var flow = Flow()
    /// Loops and switches around this point.
    var labels: [Label] = []
    var loopLabels: [Label] = []
    var switchLabels: Set<ObjectIdentifier> = []
    /// What was deferred in the scopes around this point, of the function being checked.
    var openDefers: [OpenDefer] = []
    /// In deferred code: what had no value on every way to the scope's end, and where the `defer` stands.
    var deferredFlow: (flow: Flow, range: SourceRange)?
    /// Constants that are used without a value or given one again, and where for the last time; what was said before
    /// gives way to it.
    var givenAgain: [ObjectIdentifier: SourceRange] = [:]
    var supersededRanges: Set<Int> = []
    /// Where variables are used before they have a value, or constants given one again.
    var misuses: [Misuse] = []

    struct Misuse {
        /// The function it is in; nil for the cell's top level.
        let owner: ObjectIdentifier?
        let declared: Int
        let range: SourceRange
    }
    /// Labels that some `break` names.
    var brokenOut: Set<ObjectIdentifier> = []
    /// What is known where a `break` leaves what a label names, and where a `continue` goes on with it.
    var breaks: [ObjectIdentifier: (label: Label, flow: Flow)] = [:]
    var continues: [ObjectIdentifier: (label: Label, flow: Flow)] = [:]
    /// The scope of the cell's top level.
    var cellScope: Scope?
    /// Names that this cell declares at its top level, to find a second declaration.
    var declaredHere: [String: SourceRange] = [:]
    /// True while the cell's own top level is checked.
    var isTopLevel = true
    /// The text that positions refer to: the cell, or a prelude declaration.
    var currentSource: SourceText
    /// `?` of optional chains being checked, with the variables that hold their values.
    var openedChains: [SyntaxIdentifier: Variable] = [:]
    /// What is wanted of chains that start with a dot, by their first name.
    var implicitBases: [SyntaxIdentifier: Type] = [:]
    /// The base of a member access is being checked: reading `self` for one of its fields is not reading all of it.
    var isReachingField = false
    /// How swiftc calls what the assignment being checked assigns to.
    var assignedForm = "to value"
    /// Functions of the blocks being checked, made known before their bodies are.
    var hoisted: [SyntaxIdentifier: Callable] = [:]
    /// The types of stored properties, as far as known, of types whose fields are still being read.
    var drafts: [NominalType: [Type]] = [:]
    /// A function's name is given where it is only called, not kept.
    var lendsFunction = false
    /// The types that are being made known.
    var declaring: [NominalDeclaration] = []
    /// The labels written behind the function's name that is being looked up.
    var writtenLabels: [String?]?
    /// Static properties whose types only follow from their values.
    var openStatics: [OpenStatic] = []
    /// Variables of the cell that a type above them needed to know about.
    var provisional: [String: Global] = [:]
    /// The type of such a variable is being found, at the top level's own place.
    var isReadingLater = false
    /// Declarations of this cell's variables that are still to come, by name.
    var laterBindings: [String: PatternBindingSyntax] = [:]
    /// What assigning a variable with observers calls.
    var observedGlobals: [ObjectIdentifier: (get: Function, set: Function)] = [:]
    /// Concrete types whose witnesses have still to be made.
    var unrealized: [Type] = []
    /// Those whose witnesses were made here.
    var realized: [Type] = []
    /// Generic parameters that `some P` makes in the parameter being read.
    var openParameters: [GenericParameter]?
    /// What their associated types have to be.
    var openSameTypes: [(GenericParameter, Type)] = []
    /// What a generic parameter stands for may itself be one, whose associated types are then known by name alone.
    var namesOpenMembers = false
    /// Where this cell says that a type conforms to a protocol.
    var statedAt: [[ObjectIdentifier]: SourceRange] = [:]
    /// Generic functions being checked for given types, one inside the other.
    var instantiationDepth = 0
    /// `?` of optional chains whose assignment stands behind a test.
    var guardedChains: Set<SyntaxIdentifier> = []
    /// What the call just built chose.
    var lastChoice: (callable: Callable, arguments: [Expression], substitution: Substitution)?
    /// What stands at the place that completion asks about.
    var probe: Probe?
    /// The call that was built last, for what is said when nobody uses its value.
    var lastCall: (callable: Callable, range: SourceRange)?
    /// Which names of earlier cells this one looks at.
    var uses = CellUses()
    /// Bodies that are checked for each set of types they are used with.
    var openBodies: [OpenBody] = []
    var isCheckingUnused = false
    /// What was made while a body was checked that nothing may use.
    var unusedInstances: [(Template, [Type])] = []
    /// What of the library stands for generic parameters in the body being checked.
    var likenesses: [Likeness] = []
    /// How deep the body lies whose names are being found out.
    var settlingDepth = 0
    /// What names mean in the generic body being checked, or being found out.
    var names: (table: SettledNames, isBeingMade: Bool)?
    /// Calls being checked, one inside the other.
    var callSites: [ExprSyntax] = []
    /// Calls at the cell's top level that may throw and stand without a `try`.
    var impliedTries: [SourceRange] = []
    var extensionSameTypes: [(GenericParameter, Type)] = []
    var extensionConformances: [(GenericParameter, NominalType)] = []
    /// Names a later statement of this cell declares.
    var declaredLater: Set<String> = []

    /// What a function's body may do.
    struct FunctionContext {
        /// The type of `return`; nil while a closure's is still to be found.
        var result: Type?
        var resultIsInferred = false
        /// `return nil` is passed over: what else is returned is to say of what type the nil is.
        var skipsNil = false
        /// What is known of a result that is still to be found: `Result<_, ParseError>`.
        var resultHint: Type?
        /// Errors may leave it: it is marked `throws`, or is the cell itself.
        var canThrow = true
        /// Throwing calls need no `try`: at the cell's top level.
        var tryIsImplied = true
        /// A `try` stands around this point.
        var isInsideTry = false
        /// Something threw that was not caught here.
        var throwsSomething = false
        /// Where errors came from that were not caught here.
        var throwSites: [ThrowSite] = []
        /// The one type of errors that may leave it, where it says so.
        var thrown: Type?
        /// The result is written `some P`: all of it has one type, the one that is returned first.
        var some: SomeResult?
        /// Inside `defer`.
        var isDeferred = false
        /// Inside a `switch`, and the case that follows the one around this point.
        var isInSwitch = false
        var fallsInto: SwitchCaseSyntax?
        /// The case itself, and what its `fallthrough` hands to the next one's variables.
        var fallsFrom: SwitchCaseSyntax?
        var carried: [String: Variable] = [:]
        /// `do` with `catch` around this point.
        var isInsideCatch = false
        /// How many of the `openDefers` stand outside of it.
        var defersOutsideCatch = 0
        /// In a struct's initialiser: which stored properties still lack a value.
        var isInitializer = false
        /// The initialiser calls `self.init`.
        var isDelegating = false
        /// A class's initialiser that may throw: the object's `deinit` runs then where it is complete.
        var armsWhenComplete = false
        /// It stands as `self.init(…)!`: no value there ends the cell.
        var isDelegationForced = false
        /// The initialiser may give no value.
        var isFailable = false
        /// The property whose observers these are: they assign it directly.
        var directField: String?
        /// Where the statements of a builder's closure put their values.
        var builder: (variable: Variable, element: Type)?
    }

    /// What a function that returns `some P` has returned so far.
    final class SomeResult {
        let text: String
        let range: SourceRange
        var first: Type?

        init(_ text: String, _ range: SourceRange) {
            self.text = text
            self.range = range
        }
    }

    init(environment: Environment, source: SourceText) {
        self.environment = environment
        self.source = source
        currentSource = source
        scope = Scope(parent: environment.session, function: nil)
        function = Function(name: "", source: source, range: SourceRange(start: 0, end: 0))
    }

    // MARK: Diagnostics

    func error(_ message: String, at range: SourceRange, help: String? = nil, fixIts: [Diagnostic.FixIt] = []) {
        diagnostics.append(
            Diagnostic(.error, message, at: range, help: help, fixIts: fixIts))
    }

    func warn(_ message: String, at range: SourceRange, help: String? = nil) {
        diagnostics.append(Diagnostic(.warning, message, at: range, help: help))
    }

    /// How often a call was tried in another way; bounded, for each try checks the arguments again.
    var retries = 0
    /// The cell's own functions, by name.
    var laterFunctions: [String: [FunctionDeclSyntax]] = [:]
    /// Members of generic parameters as they are written.
    var memberMentions: [(parameter: GenericParameter, name: String, range: SourceRange)] = []
    /// Where local functions are used, in which function: perhaps in front of what they capture.
    var localUses: [(used: Function, user: Function, position: Int)] = []
    /// How deep inside of an expression the checker is, and how many parts were looked at since the outermost began.
    var expressionDepth = 0
    var partsChecked = 0
    /// Names like those that were not found in that expression.
    var nearNames: [String: String?] = [:]
    /// What the branches of an `if` or `switch` used as a value were found to be, by what is in scope there.
    var branchTypes: [BranchKey: Type] = [:]
    /// An initial value is looked at for its type alone, which may hold generic parameters: what it calls is not made.
    var asksTypeAlone = false
    /// What generic functions that were found right for their types were made into, the functions inside among it.
    var wholeInstances: Set<ObjectIdentifier> = []
    /// Their bodies that are still to be checked: to be done whatever becomes of the call that asked for them.
    var pendingOfInstances: [() -> Void] = []
    /// The call being built has a result declared with `!`.
    var isBuildingImplicit = false

    /// Whether an assignment through a chain is compared with nil.
    var wantsChainResult = false

    var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// Runs something that may fail, and takes back what it said and learned when it does.
    func attempt<Result>(_ body: () -> Result) -> Result? {
        let saved = (diagnostics, flow, functions.count, pending.count, context)
        diagnostics = []
        let result = body()
        let failed = diagnostics.contains { $0.severity == .error }
        if failed {
            diagnostics = saved.0
            flow = saved.1
            // A generic function made for its types meanwhile is known from now on, and all that belongs to it stays.
            let whole = functions.suffix(from: saved.2).filter { wholeInstances.contains(ObjectIdentifier($0)) }
            functions.removeLast(functions.count - saved.2)
            functions += whole
            pending.removeLast(pending.count - saved.3)
            context = saved.4
            return nil
        }
        diagnostics = saved.0 + diagnostics
        return result
    }

    /// The expression that stands where an error was reported.
    func failure(_ range: SourceRange) -> Expression {
        Expression(.aggregate([]), .error, range)
    }

    func fail(_ message: String, at range: SourceRange, help: String? = nil, fixIts: [Diagnostic.FixIt] = [])
        -> Expression
    {
        error(message, at: range, help: help, fixIts: fixIts)
        return failure(range)
    }

    func unsupported(_ what: String, at range: SourceRange, help: String? = nil) {
        error("\(what) not supported yet", at: range, help: help)
    }

    // MARK: Scopes

    /// Runs `body` with a new scope inside the present one.
    func inScope<Result>(_ body: () -> Result) -> Result {
        let outer = scope
        scope = Scope(parent: outer, function: function)
        defer { scope = outer }
        return body()
    }

    /// Runs `body` as the inside of another function.
    func inFunction<Result>(_ inner: Function, context newContext: FunctionContext, scope newScope: Scope, _ body: () -> Result) -> Result {
        let saved = (function, context, scope, flow, labels, loopLabels, isTopLevel, currentSource)
        let outerDefers = (openDefers, deferredFlow)
        // The body may be the one around, made for other types: its chains are not those that are open here.
        let outerChains = (openedChains, guardedChains)
        (openedChains, guardedChains) = ([:], [])
        openDefers = []
        deferredFlow = nil
        function = inner
        context = newContext
        scope = newScope
        labels = []
        loopLabels = []
        isTopLevel = false
        currentSource = inner.source
        defer {
            (function, context, scope, flow, labels, loopLabels, isTopLevel, currentSource) = saved
            (openDefers, deferredFlow) = outerDefers
            (openedChains, guardedChains) = outerChains
        }
        return body()
    }

    /// A variable of the function being checked, known by its name from here on.
    @discardableResult
    func declareLocal(_ name: String, type: Type, isMutable: Bool, range: SourceRange, isInout: Bool = false) -> Variable {
        let variable = Variable(
            name: name, type: type, isMutable: isMutable, range: range, isInout: isInout,
            owner: function)
        if name != "_" { scope.entities[name] = .variable(variable) }
        return variable
    }

    /// A variable without a name in the source.
    func temporary(named name: String = "", _ type: Type, _ range: SourceRange) -> Variable {
        Variable(name: name, type: type, isMutable: true, range: range, owner: function)
    }

    /// The entity a name stands for, members of the enclosing type included as `.member` is not: see `lookUpName`.
    func lookUp(_ name: String) -> (entity: Entity, scope: Scope)? {
        var current: Scope? = scope
        while let here = current {
            if let entity = here.entities[name] {
                noteUse(of: name, in: here)
                return (settled(entity), here)
            }
            if let type = here.memberType, let entity = nestedType(name, in: type) { return (settled(entity), here) }
            current = here.parent
        }
        if let entity = environment.libraryEntity(name) { return (settled(entity), environment.library) }
        return nil
    }
}

/// What is known at a point of a body: variables that have no value yet, and whether the point is reached.
struct Flow {
    /// Declared without a value and not assigned on every way here.
    var unassigned: Set<ObjectIdentifier> = []
    /// Constants that were declared without a value and have one on some way here, and where they got it.
    var given: [ObjectIdentifier: (name: String, range: SourceRange)] = [:]
    /// Stored properties of the `self` of an initialiser, not assigned on every way here.
    var unassignedFields: Set<Int> = []
    /// Its constants that have a value on some way here, and where they got it.
    var givenFields: [Int: (name: String, range: SourceRange)] = [:]
    /// `super.init`, or `self.init` of a convenience initialiser, has not been called on every way here.
    var needsInitializer = false
    /// The end of the statement before is never reached.
    var isUnreachable = false

    /// Where two ways meet.
    mutating func merge(_ other: Flow) {
        if other.isUnreachable { return }
        if isUnreachable {
            self = other
            return
        }
        unassigned.formUnion(other.unassigned)
        mergeGiven(other)
        unassignedFields.formUnion(other.unassignedFields)
        needsInitializer = needsInitializer || other.needsInitializer
    }

    /// What got its value on another way that leads here.
    mutating func mergeGiven(_ other: Flow) {
        if other.isUnreachable { return }
        given.merge(other.given) { known, _ in known }
        givenFields.merge(other.givenFields) { known, _ in known }
    }
}
