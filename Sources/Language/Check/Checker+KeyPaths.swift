import SwiftSyntax

/// Key paths: as functions, as values, and in `value[keyPath: path]`.
extension Checker {
    private var keyPathType: NominalType? { environment.table.types["KeyPath"] }
    private var writableKeyPathType: NominalType? { environment.table.types["WritableKeyPath"] }

    func keyPath(_ syntax: KeyPathExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let target = expected?.wrapped ?? expected
        var root: Type?
        if let written = syntax.root { root = resolve(written) }
        if let wanted = target?.function, wanted.parameters.count == 1 {
            let from = wanted.parameters[0].type
            guard let type = root ?? (from.isConcrete ? from : nil) else { return unknownRoot(range) }
            if type.isError { return failure(range) }
            guard let read = reader(syntax, type) else { return failure(range) }
            guard wanted.result.isConcrete, let result = read.type.function?.result, result !== wanted.result else { return read }
            return convert(read, to: .function([from], wanted.result)) ?? optionalReader(syntax, type, wanted.result) ?? read
        }
        if let target, isKeyPath(target), target.arguments[0].isConcrete { root = root ?? target.arguments[0] }
        guard let root else { return unknownRoot(range) }
        if root.isError { return failure(range) }
        guard let read = reader(syntax, root), let result = read.type.function?.result else { return failure(range) }
        let mustNotWrite = target.map { $0.nominal === keyPathType } ?? false
        if !mustNotWrite, let writable = writableKeyPathType, let write = attempt({ writer(syntax, root, result) }), let write {
            return Expression(.aggregate([read, write]), .make(.nominal(writable, [root, result])), range)
        }
        guard let plain = keyPathType else { return failure(range) }
        return Expression(.aggregate([read]), .make(.nominal(plain, [root, result])), range)
    }

    private func unknownRoot(_ range: SourceRange) -> Expression {
        fail("cannot infer key path type from context", at: range, help: "write the root type: '\\Person.name'")
    }

    func isKeyPath(_ type: Type) -> Bool {
        guard let nominal = type.nominal else { return false }
        return nominal === keyPathType || nominal === writableKeyPathType
    }

    /// The closure `{ $0.name }`.
    private func reader(_ syntax: KeyPathExprSyntax, _ root: Type, as result: Type? = nil) -> Expression? {
        let range = syntax.sourceRange
        let inner = Function(name: "key path", source: currentSource, range: range, parent: function)
        let variable = Variable(name: "$0", type: root, isMutable: false, range: range, owner: inner)
        inner.parameters = [variable]
        var context = FunctionContext()
        context.canThrow = false
        let value = inFunction(inner, context: context, scope: Scope(parent: scope, function: inner)) { () -> Expression in
            flow = Flow()
            let read = follow(Array(syntax.components), from: Expression(.variable(variable), root, range), range)
            return result.map { coerce(read, to: $0) } ?? read
        }
        if value.type.isError { return nil }
        inner.result = value.type
        inner.body = [Statement(.return(value), range)]
        functions.append(inner)
        return Expression(.closure(inner), .function([root], value.type), range)
    }

    /// A property that is wanted as an optional of its type.
    private func optionalReader(_ syntax: KeyPathExprSyntax, _ root: Type, _ result: Type) -> Expression? {
        attempt { reader(syntax, root, as: result) } ?? nil
    }

    private func follow(_ components: [KeyPathComponentSyntax], from start: Expression, _ range: SourceRange) -> Expression {
        var value = start
        for (index, component) in components.enumerated() {
            let place = component.sourceRange
            switch component.component {
            case .property(let property):
                let name = Checker.plainName(property.declName.baseName.text)
                if name == "self" { continue }
                value = memberOf(value, value.type, name, range: place, nameRange: place, node: nil, expected: nil)
                    ?? unknownMember(name, of: value.type, place)
            case .optional(let mark):
                guard let wrapped = value.type.wrapped else {
                    return fail("cannot use optional chaining on non-optional value of type '\(value.type)'", at: place)
                }
                if mark.questionOrExclamationMark.text == "!" {
                    value = Expression(.unwrap(value), wrapped, place)
                    continue
                }
                let variable = Variable(name: "", type: wrapped, isMutable: false, range: place, owner: function)
                let rest = follow(Array(components[(index + 1)...]), from: Expression(.variable(variable), wrapped, place), range)
                if rest.type.isError { return rest }
                if rest.type.wrapped != nil { return Expression(.chain(value, variable, rest), rest.type, range) }
                let type = Type.optional(rest.type)
                return Expression(.chain(value, variable, Expression(.wrap(rest), type, range)), type, range)
            case .subscript(let part):
                guard part.arguments.count == 1, let argument = part.arguments.first else {
                    return fail("a subscript of a key path takes one argument here", at: place)
                }
                if let element = value.type.arrayElement {
                    let index = coerce(check(Node(argument.expression), expected: .int), to: .int, for: .argument)
                    if index.type.isError { return failure(range) }
                    value = Expression(.operation(.arrayGet, [value, index]), element, place)
                } else if value.type.nominal === NominalType.dictionary {
                    let types = value.type.arguments
                    let key = coerce(check(Node(argument.expression), expected: types[0]), to: types[0], for: .argument)
                    if key.type.isError { return failure(range) }
                    value = Expression(.callNative(Machine.dictionarySubscript, typeArguments: types, [value, key]), .optional(types[1]), place)
                } else {
                    return fail("value of type '\(value.type)' has no subscript that a key path can use", at: place)
                }
            default:
                return fail("this part of a key path is not part of the cell language", at: place)
            }
            if value.type.isError { return value }
        }
        return value
    }

    /// The closure `{ $0.name = $1 }`; nil where the path ends at something that does not change.
    private func writer(_ syntax: KeyPathExprSyntax, _ root: Type, _ value: Type) -> Expression? {
        let range = syntax.sourceRange
        let inner = Function(name: "key path", source: currentSource, range: range, parent: function)
        let target = Variable(name: "$0", type: root, isMutable: true, range: range, isInout: true, owner: inner)
        let new = Variable(name: "$1", type: value, isMutable: false, range: range, owner: inner)
        inner.parameters = [target, new]
        var context = FunctionContext()
        context.canThrow = false
        let place = inFunction(inner, context: context, scope: Scope(parent: scope, function: inner)) { () -> Place? in
            flow = Flow()
            var place = Place(root: .variable(target), steps: [], type: root, range: range)
            for component in syntax.components {
                guard case .property(let property) = component.component else { return nil }
                let name = Checker.plainName(property.declName.baseName.text)
                if name == "self" { continue }
                guard let next = extend(place, place.type, name, range, component.sourceRange, .assignment) else { return nil }
                place = next
            }
            return place
        }
        guard let place else {
            error("the key path cannot be written through", at: range)
            return nil
        }
        inner.body = [Statement(.expression(Expression(.assign(place, Expression(.variable(new), value, range)), .void, range)), range)]
        functions.append(inner)
        let type = Type.FunctionType(
            parameters: [Type.Parameter(type: root, isInout: true), Type.Parameter(type: value)], result: .void, canThrow: false)
        return Expression(.closure(inner), .make(.function(type)), range)
    }

    // MARK: value[keyPath: path]

    private func pathArgument(_ value: Expression, _ syntax: SubscriptCallExprSyntax) -> Expression? {
        guard syntax.arguments.count == 1, let only = syntax.arguments.first, only.label?.text == "keyPath", let plain = keyPathType else { return nil }
        let open = genericParameter("Value")
        let path = check(Node(only.expression), expected: only.expression.is(KeyPathExprSyntax.self) ? .make(.nominal(writableKeyPathType ?? plain, [value.type, .make(.parameter(open))])) : nil)
        if path.type.isError { return path }
        guard isKeyPath(path.type) else {
            return fail("cannot convert value of type '\(path.type)' to expected argument type 'KeyPath<\(value.type), Value>'", at: path.range)
        }
        guard path.type.arguments[0] === value.type else {
            return fail("key path with root type '\(path.type.arguments[0])' cannot be applied to a base of type '\(value.type)'", at: path.range)
        }
        return path
    }

    func keyPathSubscript(_ value: Expression, _ syntax: SubscriptCallExprSyntax) -> Expression? {
        guard let path = pathArgument(value, syntax) else { return nil }
        let range = syntax.sourceRange
        if path.type.isError { return failure(range) }
        let read = Expression(.element(path, 0), path.type.fields[0].type, path.range)
        return Expression(.callValue(read, [value]), path.type.arguments[1], range)
    }

    func keyPathPlace(_ value: Expression, _ base: Node, _ syntax: SubscriptCallExprSyntax, _ use: PlaceUse) -> Place? {
        guard let path = pathArgument(value, syntax), !path.type.isError else { return nil }
        let range = syntax.sourceRange
        guard path.type.nominal === writableKeyPathType,
            case .callables(let readers)? = environment.libraryEntity("_readKeyPath"),
            case .callables(let writers)? = environment.libraryEntity("_writeKeyPath")
        else {
            error("cannot assign through subscript: key path is read-only", at: range)
            return nil
        }
        var object: Place?
        if isReferenceType(value.type) {
            guard case .callables(let setters)? = environment.libraryEntity("_writeObjectKeyPath"), case .template(let template) = setters[0].implementation,
                case .template(let reader) = readers[0].implementation
            else { return nil }
            let types = Substitution(setters[0].genericParameters, path.type.arguments)
            let set = instantiate(template, of: setters[0], types, selfType: nil)
            let get = instantiate(reader, of: readers[0], Substitution(readers[0].genericParameters, path.type.arguments), selfType: nil)
            object = Place(root: .value(value), steps: [(.computed(get: get, set: set, [path]), path.type.arguments[1])], type: path.type.arguments[1], range: range)
        }
        if let object { return object }
        guard let inner = place(of: base, use: use) else { return nil }
        func function(_ callable: Callable) -> Function? {
            guard case .template(let template) = callable.implementation else { return nil }
            return instantiate(template, of: callable, Substitution(callable.genericParameters, path.type.arguments), selfType: nil)
        }
        guard let get = function(readers[0]), let set = function(writers[0]) else { return nil }
        return inner.adding(.computed(get: get, set: set, [path]), path.type.arguments[1], range)
    }
}
