/// A function's tree written anew for other types.
final class BodyCopy {
    private let checker: Checker
    private var types: [Type: Type]
    private var variables: [ObjectIdentifier: Variable] = [:]
    private var labels: [ObjectIdentifier: Label] = [:]
    private var functions: [ObjectIdentifier: Function] = [:]
    private var root: Function?

    /// - Parameter types: what to put for the types of which nothing is known.
    init(_ checker: Checker, _ types: [Type: Type]) {
        self.checker = checker
        self.types = types
    }

    /// The function that a generic one's body, checked for unknown types, becomes for those of `key`.
    func function(_ open: Function, _ key: [Type]) -> Function {
        let made = header(open, parent: open.parent)
        root = made
        // The body may call itself.
        open.origin?.template.instances[key] = made
        fill(made, open)
        return made
    }

    // MARK: Functions

    private func header(_ open: Function, parent: Function?) -> Function {
        let made = Function(name: open.name, source: open.source, range: open.range, parent: parent)
        functions[ObjectIdentifier(open)] = made
        made.result = type(open.result)
        made.canThrow = open.canThrow
        made.isNonEscaping = open.isNonEscaping
        made.isOfLibrary = open.isOfLibrary
        checker.functions.append(made)
        checker.wholeInstances.insert(ObjectIdentifier(made))
        return made
    }

    private func fill(_ made: Function, _ open: Function) {
        made.parameters = open.parameters.map(variable)
        made.captures = open.captures.map(variable)
        made.body = statements(open.body)
    }

    /// What a call or a closure in the body means.
    private func reference(_ open: Function) -> Function {
        if let known = functions[ObjectIdentifier(open)] { return known }
        if let origin = open.origin {
            let types = origin.substitution.mapTypes(type)
            let made = checker.instantiate(origin.template, of: origin.callable, types, selfType: origin.selfType.map(type))
            functions[ObjectIdentifier(open)] = made
            return made
        }
        // A closure or local function of the body.
        guard let parent = open.parent, open.isForUnknown else { return open }
        let made = header(open, parent: functions[ObjectIdentifier(parent)] ?? root)
        fill(made, open)
        return made
    }

    // MARK: Names

    private func type(_ type: Type) -> Type {
        guard type.mentionsUnknown else { return type }
        if let known = types[type] { return known }
        let made = type.replacing { $0.mentionsUnknown ? types[$0] : $0 }
        types[type] = made
        return made
    }

    private func variable(_ open: Variable) -> Variable {
        if let known = variables[ObjectIdentifier(open)] { return known }
        let owner = open.owner.flatMap { functions[ObjectIdentifier($0)] } ?? root
        let made = Variable(name: open.name, type: type(open.type), isMutable: open.isMutable, range: open.range, isInout: open.isInout, owner: owner)
        made.isParameter = open.isParameter
        made.isNonEscapingParameter = open.isNonEscapingParameter
        made.isCaptured = open.isCaptured
        made.isReassigned = open.isReassigned
        made.isImplicit = open.isImplicit
        variables[ObjectIdentifier(open)] = made
        return made
    }

    private func label(_ open: Label) -> Label {
        if let known = labels[ObjectIdentifier(open)] { return known }
        let made = Label(name: open.name)
        labels[ObjectIdentifier(open)] = made
        return made
    }

    // MARK: Expressions

    private func expressions(_ all: [Expression]) -> [Expression] { all.map(expression) }

    private func expression(_ open: Expression) -> Expression {
        let made = Expression(kind(open.kind), type(open.type), open.range)
        made.isImplicit = open.isImplicit
        return made
    }

    private func kind(_ kind: Expression.Kind) -> Expression.Kind {
        switch kind {
        case .integer, .floating, .boolean, .string, .none, .global, .allocateObject, .unreachable, .type: kind
        case .interpolation(let parts): .interpolation(expressions(parts))
        case .variable(let one): .variable(variable(one))
        case .aggregate(let parts): .aggregate(expressions(parts))
        case .element(let base, let index): .element(expression(base), index)
        case .objectField(let base, let index): .objectField(expression(base), index)
        case .array(let parts): .array(expressions(parts))
        case .dictionary(let pairs): .dictionary(pairs.map { (expression($0.key), expression($0.value)) })
        case .range(let bounds): .range(expressions(bounds))
        case .operation(let operation, let operands): .operation(operation, expressions(operands))
        case .and(let a, let b): .and(expression(a), expression(b))
        case .or(let a, let b): .or(expression(a), expression(b))
        case .conditional(let test, let then, let otherwise): .conditional(expression(test), expression(then), expression(otherwise))
        case .coalesce(let a, let b): .coalesce(expression(a), expression(b))
        case .wrap(let base): .wrap(expression(base))
        case .unwrap(let base): .unwrap(expression(base))
        case .chain(let base, let bound, let rest): .chain(expression(base), variable(bound), expression(rest))
        case .isNone(let base): .isNone(expression(base))
        case .equal(let a, let b): .equal(expression(a), expression(b))
        case .call(let callee, let arguments): .call(reference(callee), expressions(arguments))
        case .callValue(let callee, let arguments): .callValue(expression(callee), expressions(arguments))
        case .callNative(let native, let typeArguments, let arguments): .callNative(native, typeArguments: typeArguments.map(type), expressions(arguments))
        case .address(let one): .address(place(one))
        case .closure(let one): .closure(reference(one))
        case .functionValue(let one): .functionValue(reference(one))
        case .existential(let base): .existential(expression(base))
        case .bridge(let base, let nominal): .bridge(expression(base), nominal)
        case .castOptional(let base, let wanted): .castOptional(expression(base), type(wanted))
        case .castForced(let base, let wanted): .castForced(expression(base), type(wanted))
        case .isType(let base, let wanted): .isType(expression(base), type(wanted))
        case .makeObject(let fields): .makeObject(expressions(fields))
        case .armObject(let base): .armObject(expression(base))
        case .callDynamic(let dispatch, let arguments): .callDynamic(dispatch, expressions(arguments))
        case .unboxed(let base): .unboxed(expression(base))
        case .dynamicType(let base): .dynamicType(expression(base))
        case .identical(let a, let b): .identical(expression(a), expression(b))
        case .makeWeak(let base): .makeWeak(expression(base))
        case .loadWeak(let base): .loadWeak(expression(base))
        case .enumCase(let index, let payload): .enumCase(index, expressions(payload))
        case .assign(let target, let value): .assign(place(target), expression(value))
        case .modify(let target, let operation, let value): .modify(place(target), operation, expression(value))
        case .block(let body, let value): .block(statements(body), expression(value))
        case .discard(let base): .discard(expression(base))
        }
    }

    private func place(_ open: Place) -> Place {
        let start: Place.Root =
            switch open.root {
            case .variable(let one): .variable(variable(one))
            case .global: open.root
            case .value(let value): .value(expression(value))
            }
        var made = Place(root: start, steps: open.steps.map { (step($0.step), type($0.type)) }, type: type(open.type), range: open.range)
        made.isSuper = open.isSuper
        made.isImplicit = open.isImplicit
        return made
    }

    private func step(_ step: Place.Step) -> Place.Step {
        switch step {
        case .element, .objectField, .unwrap: step
        case .arrayElement(let index): .arrayElement(expression(index))
        case .dictionaryElement(let key): .dictionaryElement(expression(key))
        case .dictionaryDefault(let key, let value): .dictionaryDefault(expression(key), default: expression(value))
        case .computed(let get, let set, let arguments): .computed(get: reference(get), set: reference(set), expressions(arguments))
        case .native(let get, let set, let typeArguments, let arguments):
            .native(get: get, set: set, typeArguments: typeArguments.map(type), expressions(arguments))
        }
    }

    // MARK: Statements

    private func statements(_ all: [Statement]) -> [Statement] { all.map { Statement(kind($0.kind), $0.range) } }

    private func kind(_ kind: Statement.Kind) -> Statement.Kind {
        switch kind {
        case .expression(let value): .expression(expression(value))
        case .declare(let one, let value): .declare(variable(one), value.map(expression))
        case .declareGlobal(let global, let value): .declareGlobal(global, value.map(expression))
        case .destructure(let bindings, let value): .destructure(bindings.map { $0.map(binding) }, expression(value))
        case .if(let tests, let then, let otherwise): .if(conditions(tests), statements(then), statements(otherwise))
        case .while(let name, let tests, let body): .while(label(name), conditions(tests), statements(body))
        case .repeatWhile(let name, let body, let test): .repeatWhile(label(name), statements(body), expression(test))
        case .forRange(let name, let one, let lower, let upper, let isClosed, let body):
            .forRange(label(name), variable(one), lower: expression(lower), upper: expression(upper), isClosed: isClosed, statements(body))
        case .forArray(let name, let one, let array, let body): .forArray(label(name), variable(one), expression(array), statements(body))
        case .forNext(let name, let one, let next, let body): .forNext(label(name), variable(one), next: expression(next), statements(body))
        case .switch(let name, let cases):
            .switch(label(name), cases.map { SwitchCase(alternatives: $0.alternatives.map(conditions), body: statements($0.body), isFallenInto: $0.isFallenInto) })
        case .block(let body): .block(statements(body))
        case .break(let name): .break(label(name))
        case .continue(let name): .continue(label(name))
        case .fallthrough: .fallthrough
        case .return(let value): .return(value.map(expression))
        case .defer(let body): .defer(statements(body))
        case .throw(let value): .throw(expression(value))
        case .doCatch(let body, let error, let clauses):
            .doCatch(statements(body), error: variable(error), clauses.map { (conditions($0), statements($1)) })
        case .function(let one): .function(reference(one))
        }
    }

    private func binding(_ binding: Binding) -> Binding {
        if case .variable(let one) = binding { .variable(variable(one)) } else { binding }
    }

    private func conditions(_ all: [Condition]) -> [Condition] {
        all.map { condition in
            switch condition {
            case .isTrue(let value): .isTrue(expression(value))
            case .bind(let one, let value): .bind(variable(one), expression(value))
            case .bindGlobal(let global, let value): .bindGlobal(global, expression(value))
            case .matchesCase(let value, let index, let payload): .matchesCase(expression(value), index, payload.map { $0.map(variable) })
            }
        }
    }
}
