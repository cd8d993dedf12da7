import Language
import Testing

/// Trees made by hand. Every node gets the text it stands for, which is found in the source again, so that a fault's
/// range can be compared with what it points at.
final class Tree {
    private(set) var text = ""
    lazy var main = function("<cell>")
    private var functions: [Function] = []

    /// Makes a range for a stretch of text of its own.
    func range(_ spelling: String) -> SourceRange {
        let start = text.utf8.count
        text += spelling + "\n"
        return SourceRange(start: start, end: start + spelling.utf8.count)
    }

    /// The text must be complete before the first function is made; ranges found later lie behind it.
    private let source = SourceText(name: "cell 1", text: "")

    func function(_ name: String, _ result: Type = .void) -> Function {
        let function = Function(name: name, source: source, range: SourceRange(start: 0, end: 0))
        function.result = result
        functions.append(function)
        return function
    }

    func spelling(_ range: SourceRange) -> String {
        let bytes = Array(text.utf8)
        guard range.start >= 0, range.end <= bytes.count else { return "" }
        return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
}

func make(_ kind: Expression.Kind, _ type: Type, _ range: SourceRange = .none) -> Expression {
    Expression(kind, type, range)
}
func int(_ value: Int) -> Expression { make(.integer(value), .int) }
func double(_ value: Double) -> Expression { make(.floating(value), .double) }
func bool(_ value: Bool) -> Expression { make(.boolean(value), .bool) }
func string(_ value: String) -> Expression { make(.string(value), .string) }
func array(_ elements: [Expression]) -> Expression {
    make(.array(elements), .array(elements.first?.type ?? .int))
}
func some(_ value: Expression) -> Expression { make(.wrap(value), .optional(value.type)) }
func none(_ type: Type) -> Expression { make(.none, .optional(type)) }
func read(_ variable: Variable) -> Expression { make(.variable(variable), variable.type) }
func read(_ global: Global) -> Expression { make(.global(global), global.type) }
func apply(
    _ operation: Operation, _ type: Type, _ arguments: Expression..., at range: SourceRange = .none
) -> Expression {
    make(.operation(operation, arguments), type, range)
}
func call(_ function: Function, _ arguments: Expression..., at range: SourceRange = .none)
    -> Expression
{
    make(.call(function, arguments), function.result, range)
}
func call(_ function: NativeFunction, _ type: Type, _ arguments: Expression...) -> Expression {
    make(.callNative(function, typeArguments: [], arguments), type)
}
func variable(
    _ name: String, _ type: Type, in function: Function, captured: Bool = false,
    reassigned: Bool = false, isInout: Bool = false
) -> Variable {
    let variable = Variable(
        name: name, type: type, isMutable: true, range: .none, isInout: isInout, owner: function)
    variable.isCaptured = captured
    variable.isReassigned = reassigned
    return variable
}
func global(_ name: String, _ type: Type) -> Global {
    Global(name: name, type: type, isMutable: true, range: .none)
}
typealias Steps = [(step: Place.Step, type: Type)]
func place(_ variable: Variable, _ steps: Steps = []) -> Place {
    Place(
        root: .variable(variable), steps: steps, type: steps.last?.type ?? variable.type,
        range: .none)
}
func place(_ global: Global, _ steps: Steps = []) -> Place {
    Place(root: .global(global), steps: steps, type: steps.last?.type ?? global.type, range: .none)
}
func place(_ value: Expression, _ steps: Steps) -> Place {
    Place(root: .value(value), steps: steps, type: steps.last?.type ?? value.type, range: .none)
}
func address(_ place: Place) -> Expression { make(.address(place), place.type) }
func statement(_ kind: Statement.Kind, at range: SourceRange = .none) -> Statement {
    Statement(kind, range)
}
func perform(_ expression: Expression) -> Statement { statement(.expression(expression)) }
func declare(_ variable: Variable, _ value: Expression?) -> Statement {
    statement(.declare(variable, value))
}
func declare(_ global: Global, _ value: Expression) -> Statement {
    statement(.declareGlobal(global, value))
}
func assign(_ place: Place, _ value: Expression) -> Statement {
    perform(make(.assign(place, value), .void))
}
func modify(_ place: Place, _ operation: Operation, _ value: Expression) -> Statement {
    perform(make(.modify(place, operation, value), .void))
}
func returns(_ value: Expression) -> Statement { statement(.return(value)) }
func when(_ condition: Expression, _ then: [Statement], _ otherwise: [Statement] = []) -> Statement
{
    statement(.if([.isTrue(condition)], then, otherwise))
}

/// A flag that nobody raises.
final class Flag: @unchecked Sendable {
    let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    init() { pointer.initialize(to: 0) }
    deinit { pointer.deallocate() }
}

/// Runs a top level and says what its last value prints as; nothing may stay on the heap.
func outcome(
    _ result: Type = .void, recursionLimit: Int = 10_000,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ build: (Tree) throws -> [Statement]
) throws -> String {
    let before = HeapObject.liveBlocks
    let text = try { () throws -> String in
        let flag = Flag()
        let tree = Tree()
        let main = tree.main
        main.result = result
        main.body = try build(tree)
        let machine = try Machine(interruptFlag: flag.pointer, recursionLimit: recursionLimit)
        defer { withExtendedLifetime(flag) {} }
        do {
            guard let value = try machine.run(main) else { return "()" }
            return try machine.describe(value.slots, value.type, debug: false)
        } catch let fault as RuntimeFault {
            let frames = fault.frames.map { "\($0.function) «\(tree.spelling($0.range))»" }
            return ["\(fault.kind): \(fault.message)"].appending(frames).joined(separator: " | ")
        }
    }()
    #expect(HeapObject.liveBlocks == before, "blocks leaked", sourceLocation: sourceLocation)
    return text
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}

/// The value of one expression.
func outcome(
    _ value: Expression, sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
    try outcome(value.type, sourceLocation: sourceLocation) { _ in [returns(value)] }
}
