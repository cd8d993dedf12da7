import SwiftSyntax

/// Local variables that are observed or lazy: reading and assigning them goes through functions that capture what they
/// are kept in.
extension Checker {
    /// `willSet` and `didSet` of a variable of a function.
    func observeLocal(_ variable: Variable, _ name: String, _ observers: (willSet: Function?, didSet: Function?), at range: SourceRange, into result: inout [Statement]) {
        let type = variable.type
        let stored = Expression(.variable(variable), type, range)
        let get = localAccessor(name, type, [variable], range)
        get.body = [Statement(.return(stored), range)]
        let captured = [observers.willSet, observers.didSet].flatMap { $0?.captures ?? [] }
        let set = localAccessor(name, .void, captured.reduce(into: [variable]) { all, one in if !all.contains(where: { $0 === one }) { all.append(one) } }, range)
        assign(through: set, Place(root: .variable(variable), steps: [], type: type, range: range), stored, observers)
        declareLocal(name, type, get, set, range, into: &result)
    }

    /// What assigning an observed variable runs: `willSet` with the new value, the assignment, `didSet` with the old one.
    func assign(through set: Function, _ place: Place, _ stored: Expression, _ observers: (willSet: Function?, didSet: Function?)) {
        let (type, range) = (place.type, place.range)
        let value = Variable(name: "newValue", type: type, isMutable: false, range: range, owner: set)
        value.isParameter = true
        set.parameters = [value]
        let old = Variable(name: "", type: type, isMutable: false, range: range, owner: set)
        func call(_ observer: Function?, _ argument: Variable) -> [Statement] {
            guard let observer else { return [] }
            return [Statement(.expression(Expression(.call(observer, [Expression(.variable(argument), type, range)]), .void, range)), range)]
        }
        let assign = Statement(.expression(Expression(.assign(place, Expression(.variable(value), type, range)), .void, range)), range)
        set.body = [Statement(.declare(old, stored), range)] + call(observers.willSet, value) + [assign] + call(observers.didSet, old)
    }

    /// `lazy var name = …` in a function: kept in an optional, computed when it is first read.
    func lazyLocal(_ binding: PatternBindingSyntax, into result: inout [Statement]) {
        let range = binding.sourceRange
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self), let initializer = binding.initializer?.value, binding.accessorBlock == nil else {
            unsupported("this form of a lazy variable is", at: range)
            return
        }
        let name = Checker.plainName(identifier.identifier.text)
        let type = binding.typeAnnotation.map { resolve($0.type) } ?? attempt { check(Node(initializer), expected: nil) }?.type
        guard let type else {
            _ = check(Node(initializer), expected: nil)
            return
        }
        if type.isError { return }
        let kept = Variable(name: "", type: .optional(type), isMutable: true, range: range, owner: function)
        let nothing = Expression(.none, kept.type, range)
        result.append(Statement(.declare(kept, nothing), range))
        let place = Place(root: .variable(kept), steps: [], type: kept.type, range: range)
        func keep(_ value: Variable) -> Statement {
            Statement(.expression(Expression(.assign(place, Expression(.wrap(Expression(.variable(value), type, range)), kept.type, range)), .void, range)), range)
        }
        let get = localAccessor(name, type, [kept], range)
        var context = FunctionContext(result: type)
        context.canThrow = false
        context.tryIsImplied = false
        let (outer, startFlow) = (scope, flow)
        inFunction(get, context: context, scope: Scope(parent: outer, function: get)) {
            flow = startFlow
            let known = temporary(type, range)
            let fresh = temporary(type, range)
            let value = coerce(check(Node(initializer), expected: type), to: type, for: .initialization)
            get.body = [
                Statement(.if([.bind(known, Expression(.variable(kept), kept.type, range))], [Statement(.return(Expression(.variable(known), type, range)), range)], []), range),
                Statement(.declare(fresh, value), range), keep(fresh),
                Statement(.return(Expression(.variable(fresh), type, range)), range),
            ]
        }
        let set = localAccessor(name, .void, [kept], range)
        let value = Variable(name: "newValue", type: type, isMutable: false, range: range, owner: set)
        value.isParameter = true
        set.parameters = [value]
        set.body = [keep(value)]
        declareLocal(name, type, get, set, range, into: &result)
    }

    /// A function around the variables it captures.
    private func localAccessor(_ name: String, _ result: Type, _ captures: [Variable], _ range: SourceRange) -> Function {
        let made = Function(name: name, source: source, range: range, parent: function)
        made.result = result
        made.isNonEscaping = true
        made.captures = captures
        for variable in captures { (variable.isCaptured, variable.isReassigned) = (true, variable.isReassigned || variable.isMutable) }
        functions.append(made)
        return made
    }

    private func declareLocal(_ name: String, _ type: Type, _ get: Function, _ set: Function, _ range: SourceRange, into result: inout [Statement]) {
        result += [Statement(.function(get), range), Statement(.function(set), range)]
        let getter = Callable(name: name, implementation: .function(get), source: source, range: range)
        getter.result = type
        let setter = Callable(name: name, implementation: .function(set), source: source, range: range)
        setter.parameters = [Callable.Parameter(label: nil, name: "newValue", type: type)]
        let property = Property(name: name, type: type, getter: getter)
        property.setter = setter
        scope.entities[name] = .property(property)
    }
}
