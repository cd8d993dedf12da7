/// Looks through a tree for what the compiler has to know beforehand. Bodies of closures are not entered.
struct TreeWalk {
    /// Global variables in order of appearance.
    var globals: [Global] = []
    /// Literals inside loops, as bits, in order of appearance.
    var loopConstants: [UInt64] = []
    var loopStrings: [String] = []
    private var loopDepth = 0

    mutating func statements(_ statements: [Statement]) {
        for statement in statements { self.statement(statement) }
    }

    private mutating func statement(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value), .throw(let value): expression(value)
        case .declare(_, let value): if let value { expression(value) }
        case .declareGlobal(let global, let value):
            globals.append(global)
            if let value { expression(value) }
        case .destructure(let bindings, let value):
            for case .global(let global)? in bindings { globals.append(global) }
            expression(value)
        case .if(let conditions, let then, let otherwise):
            self.conditions(conditions)
            statements(then)
            statements(otherwise)
        case .while(_, let conditions, let body):
            loopDepth += 1
            self.conditions(conditions)
            statements(body)
            loopDepth -= 1
        case .repeatWhile(_, let body, let condition):
            loopDepth += 1
            statements(body)
            expression(condition)
            loopDepth -= 1
        case .forRange(_, _, let lower, let upper, _, let body):
            expression(lower)
            expression(upper)
            loopDepth += 1
            statements(body)
            loopDepth -= 1
        case .forArray(_, _, let array, let body):
            expression(array)
            loopDepth += 1
            statements(body)
            loopDepth -= 1
        case .forNext(_, _, let next, let body):
            loopDepth += 1
            expression(next)
            statements(body)
            loopDepth -= 1
        case .switch(_, let cases):
            for item in cases {
                for alternative in item.alternatives { conditions(alternative) }
                statements(item.body)
            }
        case .block(let body), .defer(let body): statements(body)
        case .return(let value): if let value { expression(value) }
        case .doCatch(let body, _, let clauses):
            statements(body)
            for (conditions, body) in clauses {
                self.conditions(conditions)
                statements(body)
            }
        case .break, .continue, .fallthrough, .function: break
        }
    }

    private mutating func conditions(_ conditions: [Condition]) {
        for condition in conditions {
            switch condition {
            case .isTrue(let value), .bind(_, let value), .matchesCase(let value, _, _):
                expression(value)
            case .bindGlobal(let global, let value):
                globals.append(global)
                expression(value)
            }
        }
    }

    mutating func expression(_ expression: Expression) {
        switch expression.kind {
        case .integer(let value):
            if loopDepth > 0 { loopConstants.append(UInt64(bitPattern: Int64(value))) }
        case .floating:
            if loopDepth > 0 { loopConstants.append(FunctionCompiler.bits(expression)) }
        case .string(let text):
            if loopDepth > 0 { loopStrings.append(text) }
        case .global(let global): globals.append(global)
        case .operation(_, let arguments):
            // A small integer on the right becomes part of the instruction.
            for (index, argument) in arguments.enumerated() {
                if index == 1, case .integer(let value) = argument.kind, value.magnitude < 30_000 {
                    continue
                }
                self.expression(argument)
            }
        case .assign(let place, let value):
            self.place(place)
            self.expression(value)
        case .modify(let place, _, let value):
            self.place(place)
            if case .integer(let value) = value.kind, value.magnitude < 30_000 { return }
            self.expression(value)
        case .address(let place): self.place(place)
        case .block(let body, let value):
            statements(body)
            self.expression(value)
        default:
            for child in expression.children { self.expression(child) }
        }
    }

    private mutating func place(_ place: Place) {
        switch place.root {
        case .global(let global): globals.append(global)
        case .value(let value): expression(value)
        case .variable: break
        }
        for child in place.children { expression(child) }
    }
}

extension Place {
    /// Expressions inside the steps.
    var children: [Expression] {
        steps.flatMap { step -> [Expression] in
            switch step.step {
            case .element, .objectField, .unwrap: []
            case .arrayElement(let index), .dictionaryElement(let index): [index]
            case .dictionaryDefault(let key, let fallback): [key, fallback]
            case .computed(_, _, let arguments): arguments
            case .native(_, _, _, let arguments): arguments
            }
        }
    }
}

extension Expression {
    /// Direct parts, in order of evaluation; those of places and statements are not among them.
    var children: [Expression] {
        switch kind {
        case .integer, .floating, .boolean, .string, .none, .variable, .global, .type, .closure,
            .functionValue, .address, .unreachable, .allocateObject:
            []
        case .interpolation(let parts), .aggregate(let parts), .array(let parts), .range(let parts),
            .operation(_, let parts), .call(_, let parts), .makeObject(let parts),
            .enumCase(_, let parts), .callNative(_, _, let parts), .callDynamic(_, let parts):
            parts
        case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
        case .element(let base, _), .objectField(let base, _), .wrap(let base), .unwrap(let base),
            .isNone(let base), .existential(let base), .bridge(let base, _),
            .castOptional(let base, _), .castForced(let base, _), .isType(let base, _),
            .armObject(let base), .unboxed(let base), .dynamicType(let base), .makeWeak(let base),
            .loadWeak(let base), .discard(let base), .assign(_, let base), .modify(_, _, let base), .block(_, let base):
            [base]
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right),
            .equal(let left, let right), .identical(let left, let right), .chain(let left, _, let right):
            [left, right]
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .callValue(let callee, let arguments): [callee] + arguments
        }
    }

    /// Whether evaluating it may change a variable of the function it is in.
    var changesVariables: Bool {
        switch kind {
        case .assign, .modify, .address, .block: true
        default: children.contains(where: \.changesVariables)
        }
    }

    /// Whether evaluating it runs no code but plain reads and arithmetic.
    var isSimple: Bool {
        switch kind {
        case .integer, .floating, .boolean, .variable, .global: true
        case .element(let base, _): base.isSimple
        case .operation(let operation, let arguments):
            operation.rawValue < Operation.stringConcatenate.rawValue
                && arguments.allSatisfy(\.isSimple)
        default: false
        }
    }
}
