import SwiftSyntax

/// Key paths: as functions, as values, and in `value[keyPath: path]`.
extension Checker {
    private var keyPathType: NominalType? { environment.table.types["KeyPath"] }
    private var writableKeyPathType: NominalType? { environment.table.types["WritableKeyPath"] }
    private var referenceKeyPathType: NominalType? { environment.table.types["ReferenceWritableKeyPath"] }

    func keyPath(_ syntax: KeyPathExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let target = expected?.wrapped ?? expected
        var root: Type?
        if let written = syntax.root { root = resolve(written) }
        if let wanted = target?.function, wanted.parameters.count == 1 {
            let from = wanted.parameters[0].type
            guard let type = root ?? (from.isConcrete ? from : nil) else { return unknownRoot(range) }
            if type.isError { return failure(range) }
            let arguments = PathArguments(owner: function, context: context, flow: flow)
            guard let read = reader(syntax, type, arguments).map(arguments.evaluated) else { return failure(range) }
            guard wanted.result.isConcrete, let result = read.type.function?.result, result !== wanted.result else { return read }
            return convert(read, to: .function([from], wanted.result)) ?? optionalReader(syntax, type, wanted.result) ?? read
        }
        if let target, isKeyPath(target) || isErasedKeyPath(target), let wanted = target.arguments.first, wanted.isConcrete { root = root ?? wanted }
        guard let root else { return unknownRoot(range) }
        if root.isError { return failure(range) }
        let arguments = PathArguments(owner: function, context: context, flow: flow)
        guard let read = reader(syntax, root, arguments), let result = read.type.function?.result else { return failure(range) }
        let mustNotWrite = target.map { $0.nominal === keyPathType } ?? false
        let write = mustNotWrite ? nil : attempt { writer(syntax, root, result, arguments) } ?? nil
        // What is wanted of the variable that holds an object is a way to write through that variable.
        let isOfObject = write?.isOfObject ?? false && !(target.map { $0.nominal === writableKeyPathType } ?? false)
        guard let nominal = write == nil ? keyPathType : isOfObject ? referenceKeyPathType : writableKeyPathType, let steps = steps(syntax, root, arguments) else { return failure(range) }
        let ofObject = isOfObject ? [Expression(.boolean(true), .bool, range)] : []
        let path = Expression(.aggregate([read, steps] + (write.map { [$0.closure] } ?? []) + ofObject), .make(.nominal(nominal, [root, result])), range)
        return target.flatMap { isErasedKeyPath($0) ? convert(arguments.evaluated(before: path), to: $0) : nil } ?? arguments.evaluated(before: path)
    }

    /// What stands in the brackets of a key path: worked out once, where the path is made.
    private final class PathArguments {
        private(set) var values: [(variable: Variable, value: Expression)] = []
        /// Of each pair of brackets in turn: the subscript meant, where it is one that is declared, and how many of
        /// the values are its arguments.
        var subscripts: [(declared: (callable: Callable, substitution: Substitution)?, count: Int)] = []
        let owner: Function
        let context: FunctionContext
        let flow: Flow

        init(owner: Function, context: FunctionContext, flow: Flow) {
            self.owner = owner
            self.context = context
            self.flow = flow
        }

        func add(_ value: Expression) -> Variable {
            let variable = Variable(name: "", type: value.type, isMutable: false, range: value.range, owner: owner)
            values.append((variable, value))
            return variable
        }

        /// The closures that know the arguments, behind them.
        func evaluated(before path: Expression) -> Expression {
            if values.isEmpty { return path }
            return Expression(.block(values.map { Statement(.declare($0.variable, $0.value), $0.value.range) }, path), path.type, path.range)
        }
    }

    /// What tells a key path from others: its root, and the name or index of each step.
    private func steps(_ syntax: KeyPathExprSyntax, _ root: Type, _ arguments: PathArguments) -> Expression? {
        guard let nominal = environment.protocolNamed("AnyHashable") else { return nil }
        let range = syntax.sourceRange
        let hashable = Type.make(.existential(nominal))
        let inner = Function(name: "key path", source: currentSource, range: range, parent: function)
        var values: [Expression] = [Expression(.string("\\\(root)"), .string, range)]
        var next = 0
        var brackets = arguments.subscripts[...]
        return inFunction(inner, context: FunctionContext(), scope: Scope(parent: scope, function: inner)) {
            for component in syntax.components {
                switch component.component {
                case .property(let property): values.append(Expression(.string(".\(Checker.plainName(property.declName.baseName.text))"), .string, range))
                case .optional(let mark): values.append(Expression(.string(mark.questionOrExclamationMark.text), .string, range))
                case .subscript:
                    values.append(Expression(.string("["), .string, range))
                    for _ in 0..<(brackets.popFirst()?.count ?? 0) where next < arguments.values.count {
                        let variable = arguments.values[next].variable
                        next += 1
                        guard environment.conforms(variable.type, to: nominal) else {
                            error("subscript index of type '\(variable.type)' in a key path must be Hashable", at: component.sourceRange)
                            return nil
                        }
                        values.append(read(variable, range))
                    }
                default: break
                }
            }
            inner.result = .array(hashable)
            let array = Expression(.array(values.map { $0.type === hashable ? $0 : Expression(.existential($0), hashable, range) }), inner.result, range)
            inner.body = [Statement(.return(array), range)]
            functions.append(inner)
            return Expression(.closure(inner), .function([], inner.result), range)
        }
    }

    private func unknownRoot(_ range: SourceRange) -> Expression {
        fail("cannot infer key path type from context", at: range, help: "write the root type: '\\Person.name'")
    }

    func isKeyPath(_ type: Type) -> Bool {
        guard type.isKeyPath, let nominal = type.nominal else { return false }
        return nominal === keyPathType || nominal === writableKeyPathType || nominal === referenceKeyPathType
    }

    /// `PartialKeyPath<Root>` and `AnyKeyPath`: what they lead to is not known.
    func isErasedKeyPath(_ type: Type) -> Bool {
        guard type.isKeyPath, let nominal = type.nominal else { return false }
        return nominal === environment.table.types["PartialKeyPath"] || nominal === environment.table.types["AnyKeyPath"]
    }

    /// A key path where one is wanted that says less: only to be read, or without what it leads to.
    func convertKeyPath(_ path: Expression, to type: Type) -> Expression? {
        let from = path.type
        guard from.isKeyPath, type.isKeyPath else { return nil }
        if isKeyPath(type) {
            // Each says all that those before it say: of the parts of one the first are those of another.
            guard isKeyPath(from), from.arguments == type.arguments, type.fields.count < from.fields.count else { return nil }
            let parts = type.fields.indices.map { Expression(.element(path, $0), type.fields[$0].type, path.range) }
            return Expression(.aggregate(parts), type, path.range)
        }
        guard type.arguments.isEmpty || type.arguments == Array(from.arguments.prefix(1)) else { return nil }
        var partial = path
        if isKeyPath(from) {
            guard let kind = from.nominal?.name, let erased = call(prelude: "_partial\(kind)", from.arguments, [path]) else { return nil }
            partial = erased
        }
        return type.arguments.isEmpty ? call(prelude: "_anyKeyPath", partial.type.arguments, [partial]) : partial
    }

    /// What key paths of two types are alike.
    func commonKeyPath(_ a: Type, _ b: Type) -> Type? {
        guard a.isKeyPath, b.isKeyPath else { return nil }
        if a.arguments == b.arguments, isKeyPath(a), isKeyPath(b) { return a.fields.count < b.fields.count ? a : b }
        if let root = a.arguments.first, root === b.arguments.first, let partial = environment.table.types["PartialKeyPath"] { return .make(.nominal(partial, [root])) }
        return environment.table.types["AnyKeyPath"].map { .make(.nominal($0, [])) }
    }

    private func call(prelude name: String, _ types: [Type], _ arguments: [Expression]) -> Expression? {
        guard case .callables(let all)? = environment.libraryEntity(name), let callable = all.first, case .template(let template) = callable.implementation, let first = arguments.first
        else { return nil }
        let function = instantiate(template, of: callable, Substitution(callable.genericParameters, types), selfType: nil)
        return Expression(.call(function, arguments), function.result, first.range)
    }

    /// The closure `{ $0.name }`.
    private func reader(_ syntax: KeyPathExprSyntax, _ root: Type, _ arguments: PathArguments, as result: Type? = nil) -> Expression? {
        let range = syntax.sourceRange
        let inner = Function(name: "key path", source: currentSource, range: range, parent: function)
        let variable = Variable(name: "$0", type: root, isMutable: false, range: range, owner: inner)
        inner.parameters = [variable]
        var context = FunctionContext()
        context.canThrow = false
        let value = inFunction(inner, context: context, scope: Scope(parent: scope, function: inner)) { () -> Expression in
            flow = Flow()
            let read = follow(Array(syntax.components), from: Expression(.variable(variable), root, range), range, arguments)
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
        let arguments = PathArguments(owner: function, context: context, flow: flow)
        return attempt { reader(syntax, root, arguments, as: result).map(arguments.evaluated) } ?? nil
    }

    private func follow(_ components: [KeyPathComponentSyntax], from start: Expression, _ range: SourceRange, _ arguments: PathArguments) -> Expression {
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
                let rest = follow(Array(components[(index + 1)...]), from: Expression(.variable(variable), wrapped, place), range, arguments)
                if rest.type.isError { return rest }
                if rest.type.wrapped != nil { return Expression(.chain(value, variable, rest), rest.type, range) }
                let type = Type.optional(rest.type)
                return Expression(.chain(value, variable, Expression(.wrap(rest), type, range)), type, range)
            case .subscript(let part):
                value = element(of: value, part.arguments, place, arguments)
            default:
                return fail("this part of a key path is not part of the cell language", at: place)
            }
            if value.type.isError { return value }
        }
        return value
    }

    /// What stands at an index: an array's element, a dictionary's value, or what a declared subscript gives.
    private func element(of value: Expression, _ given: LabeledExprListSyntax, _ place: SourceRange, _ arguments: PathArguments) -> Expression {
        if given.count == 1, let only = given.first, only.label == nil {
            if let element = value.type.arrayElement, let index = attempt({ whereMade(arguments) { coerce(check(Node(only.expression), expected: .int), to: .int, for: .argument) } }) {
                arguments.subscripts.append((nil, 1))
                return Expression(.operation(.arrayGet, [value, read(arguments.add(index), index.range)]), element, place)
            }
            if value.type.nominal === NominalType.dictionary {
                let types = value.type.arguments
                let key = whereMade(arguments) { coerce(check(Node(only.expression), expected: types[0]), to: types[0], for: .argument) }
                if key.type.isError { return key }
                arguments.subscripts.append((nil, 1))
                return Expression(.callNative(Machine.dictionarySubscript, typeArguments: types, [value, read(arguments.add(key), key.range)]), .optional(types[1]), place)
            }
        }
        guard let chosen = whereMade(arguments, { chooseSubscript(value, nil, self.arguments(given), at: place, expected: nil) }) else { return failure(place) }
        let held = chosen.arguments.map { read(arguments.add($0), $0.range) }
        arguments.subscripts.append(((chosen.callable, chosen.substitution), held.count))
        return build(Candidate(callable: chosen.callable, substitution: chosen.substitution, receiver: .value(value, nil)), held, chosen.substitution, at: place, nameRange: place)
    }

    /// Runs `body` as what stands around the path is checked.
    private func whereMade<Result>(_ arguments: PathArguments, _ body: () -> Result) -> Result {
        var around = scope
        while around.function === function, let outer = around.parent { around = outer }
        return inFunction(arguments.owner, context: arguments.context, scope: around) {
            flow = arguments.flow
            return body()
        }
    }

    /// The closure `{ $0.name = $1 }`, and whether what it changes lies in an object; nil where the path ends at
    /// something that does not change.
    private func writer(_ syntax: KeyPathExprSyntax, _ root: Type, _ value: Type, _ arguments: PathArguments) -> (closure: Expression, isOfObject: Bool)? {
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
            var values = arguments.values[...]
            var brackets = arguments.subscripts[...]
            for component in syntax.components {
                switch component.component {
                case .property(let property):
                    let name = Checker.plainName(property.declName.baseName.text)
                    if name == "self" { continue }
                    guard let next = extend(place, place.type, name, range, component.sourceRange, .assignment) else { return nil }
                    place = next
                case .optional(let mark):
                    guard mark.questionOrExclamationMark.text == "!", let wrapped = place.type.wrapped else { return nil }
                    place = place.adding(.unwrap, wrapped, range)
                case .subscript:
                    guard let bracket = brackets.popFirst() else { return nil }
                    let indices = values.prefix(bracket.count).map { read($0.variable, range) }
                    values = values.dropFirst(bracket.count)
                    if let declared = bracket.declared {
                        guard let next = subscriptPlace((declared.callable, indices, declared.substitution), of: place.type, range, base: { _ in place }) else { return nil }
                        place = next
                    } else if let element = place.type.arrayElement {
                        place = place.adding(.arrayElement(indices[0]), element, range)
                    } else {
                        place = place.adding(.dictionaryElement(indices[0]), .optional(place.type.arguments[1]), range)
                    }
                default: return nil
                }
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
        return (Expression(.closure(inner), .make(.function(type)), range), leadsIntoObject(place, from: root))
    }

    /// Whether what a place changes lies behind a reference that is met on the way.
    private func leadsIntoObject(_ place: Place, from root: Type) -> Bool {
        if case .value = place.root { return true }
        return zip([root] + place.steps.map(\.type), place.steps).contains { type, _ in isReferenceType(type) }
    }

    // MARK: value[keyPath: path]

    private func pathArgument(_ value: Expression, _ syntax: SubscriptCallExprSyntax) -> Expression? {
        guard syntax.arguments.count == 1, let only = syntax.arguments.first, only.label?.text == "keyPath", let plain = keyPathType else { return nil }
        let open = genericParameter("Value")
        let path = check(Node(only.expression), expected: only.expression.is(KeyPathExprSyntax.self) ? .make(.nominal(referenceKeyPathType ?? plain, [value.type, .make(.parameter(open))])) : nil)
        if path.type.isError { return path }
        if isErasedKeyPath(path.type), path.type.arguments.isEmpty { return path }
        guard isKeyPath(path.type) || isErasedKeyPath(path.type) else {
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
        if path.type.arguments.isEmpty { return call(prelude: "_readAnyKeyPath", [value.type], [value, path]).map { Expression($0.kind, $0.type, range) } }
        let read = Expression(.element(path, 0), path.type.fields[0].type, path.range)
        return Expression(.callValue(read, [value]), read.type.function?.result ?? .error, range)
    }

    func keyPathPlace(_ value: Expression, _ base: Node, _ syntax: SubscriptCallExprSyntax, _ use: PlaceUse) -> Place? {
        guard let path = pathArgument(value, syntax), !path.type.isError else { return nil }
        let range = syntax.sourceRange
        let isOfObject = path.type.nominal === referenceKeyPathType
        guard isOfObject || path.type.nominal === writableKeyPathType else {
            error("cannot assign through subscript: key path is read-only", at: range)
            return nil
        }
        func function(_ name: String) -> Function? {
            guard case .callables(let all)? = environment.libraryEntity(name), case .template(let template) = all[0].implementation else { return nil }
            return instantiate(template, of: all[0], Substitution(all[0].genericParameters, path.type.arguments), selfType: nil)
        }
        guard let get = function(isOfObject ? "_readObjectKeyPath" : "_readKeyPath"), let set = function(isOfObject ? "_writeObjectKeyPath" : "_writeKeyPath") else { return nil }
        let step = Place.Step.computed(get: get, set: set, [path])
        // An object is changed whatever holds it; any other path changes what the variable holds.
        if isOfObject { return Place(root: .value(value), steps: [(step, path.type.arguments[1])], type: path.type.arguments[1], range: range) }
        return place(of: base, use: use)?.adding(step, path.type.arguments[1], range)
    }
}
