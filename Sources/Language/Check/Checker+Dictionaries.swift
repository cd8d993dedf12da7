import SwiftSyntax

/// Dictionaries and sets: literals, subscripts, and loops over what is no array.
extension Checker {
    func isHashable(_ type: Type) -> Bool {
        if type.isError || !type.isConcrete { return true }
        guard let hashable = environment.protocolNamed("Hashable") else { return false }
        return environment.conforms(type, to: hashable)
    }

    func notHashable(_ type: Type, _ range: SourceRange) -> Type {
        error("type '\(type)' does not conform to protocol 'Hashable'", at: range)
        return .error
    }

    func dictionaryType(_ key: Type, _ value: Type, at range: SourceRange) -> Type {
        if key.isError || value.isError { return .error }
        guard isHashable(key) else { return notHashable(key, range) }
        return .make(.nominal(.dictionary, [key, value]))
    }

    /// The type of `let s: Set = [1, 2]`: what is left open follows from the value.
    func annotated(_ syntax: TypeSyntax, _ value: ExprSyntax?) -> Type {
        if let optional = syntax.as(OptionalTypeSyntax.self), let value, !value.is(NilLiteralExprSyntax.self), isOpenName(optional.wrappedType) {
            // `var root: Node? = Node(1)`
            let type = annotated(optional.wrappedType, value)
            return type.isError || type.wrapped != nil ? type : .optional(type)
        }
        if let array = syntax.as(ArrayTypeSyntax.self), isOpenName(array.element), let first = value?.as(ArrayExprSyntax.self)?.elements.first {
            let type = annotated(array.element, first.expression)
            return type.isError ? type : .array(type)
        }
        guard let value, let identifier = syntax.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause == nil,
            case .genericType(let nominal)? = lookUp(identifier.name.text)?.entity, scope.memberTypeInSight?.nominal !== nominal
        else { return resolve(syntax) }
        guard let natural = attempt({ literalOf(nominal, value) })?.type ?? attempt({ check(Node(value), expected: nil) })?.type else {
            // What is wrong with the value is what is to be said.
            let before = errorCount
            _ = check(Node(value), expected: nil)
            return errorCount > before ? .error : resolve(syntax)
        }
        if natural.nominal === nominal { return natural }
        if let wrapped = natural.wrapped, wrapped.nominal === nominal { return natural }
        if nominal.name == "KeyValuePairs", natural.nominal === NominalType.dictionary { return .make(.nominal(nominal, natural.arguments)) }
        if nominal === NominalType.set, let element = natural.arrayElement, value.is(ArrayExprSyntax.self) {
            if isHashable(element) { return .make(.nominal(nominal, [element])) }
            error("generic struct 'Set' requires that '\(element)' conform to 'Hashable'", at: value.sourceRange)
            return .error
        }
        if nominal === NominalType.optional, natural.wrapped == nil { return .optional(natural) }
        if natural.isError { return .error }
        let whole = "\(nominal.name)<\(nominal.genericParameters.map(\.name).joined(separator: ", "))>"
        error("cannot convert value of type '\(natural)' to specified type '\(whole)'", at: value.sourceRange, help: "write the type's arguments")
        return .error
    }

    /// The name of a generic type without its arguments.
    private func isOpenName(_ syntax: TypeSyntax) -> Bool {
        guard let identifier = syntax.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause == nil, case .genericType? = lookUp(identifier.name.text)?.entity else { return false }
        return true
    }

    /// `let s: Stack = [1, 2]`: a literal as a value of a generic type of a cell, whose arguments the literal says.
    private func literalOf(_ nominal: NominalType, _ value: ExprSyntax) -> Expression {
        let range = value.sourceRange
        let label = value.is(ArrayExprSyntax.self) ? "arrayLiteral" : value.is(DictionaryExprSyntax.self) ? "dictionaryLiteral" : ""
        let candidates = openCandidates("init", of: nominal).filter { $0.callable.parameters.count == 1 && $0.callable.parameters[0].label == label }
        guard nominal.isDeclaredByCell, !candidates.isEmpty else { return fail("no literal", at: range) }
        var given: [CallArgument] = []
        if let array = value.as(ArrayExprSyntax.self) {
            given = array.elements.enumerated().map { CallArgument(label: $0 == 0 ? label : nil, node: Node($1.expression), range: range) }
        } else if let dictionary = value.as(DictionaryExprSyntax.self), case .elements(let elements) = dictionary.content {
            given = elements.enumerated().map { CallArgument(label: $0 == 0 ? label : nil, node: .syntax(ExprSyntax(tuple($1.key, $1.value))), range: range) }
        }
        return resolveCall(nominal.name, candidates, given, at: range, nameRange: range, expected: nil)
    }

    // MARK: Literals

    func dictionary(_ syntax: DictionaryExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let target = expected?.wrapped ?? expected
        var pairs: [(key: Node, value: Node)] = []
        if case .elements(let elements) = syntax.content {
            pairs = elements.map { (Node($0.key), Node($0.value)) }
        }
        if let target, target.nominal === NominalType.dictionary, target.isConcrete {
            return dictionary(pairs, target, range)
        }
        if let target, let initializer = literalInitializer("dictionaryLiteral", target) {
            var entry = initializer.parameters[0].type.substituting(substitution(for: target))
            if !initializer.parameters[0].isVariadic { entry = entry.arrayElement ?? entry }
            guard let parts = entry.tupleElements, parts.count == 2 else { return fail("cannot convert value of type '[_ : _]' to type '\(target)'", at: range) }
            let elements = pairs.map { pair in
                let key = coerce(check(pair.key, expected: parts[0].type), to: parts[0].type, for: .dictionaryKey)
                let value = coerce(check(pair.value, expected: parts[1].type), to: parts[1].type, for: .dictionaryValue)
                return Expression(.aggregate([key, value]), key.type.isError || value.type.isError ? .error : entry, pair.key.range)
            }
            if elements.contains(where: \.type.isError) { return failure(range) }
            let list = Expression(.array(elements), .array(entry), range)
            return build(Candidate(callable: initializer, substitution: substitution(for: target)), [list], substitution(for: target), at: range, nameRange: range)
        }
        if pairs.isEmpty {
            return fail(
                "empty collection literal requires an explicit type", at: range,
                help: "write the type: 'let d: [String: Int] = [:]'")
        }
        // `[String: Int]()` is parsed as a dictionary of types' names.
        if pairs.count == 1, let key = typeReference(pairs[0].key), let value = typeReference(pairs[0].value) {
            let type = dictionaryType(key, value, at: range)
            return type.isError ? failure(range) : Expression(.type, .make(.metatype(type)), range)
        }
        if pairs.allSatisfy({ isCollectionLiteral($0.value) }), mayRetry() {
            retries += 1
            if let natural = attempt({ joined(pairs, target, range) }) { return natural }
            if let key = looseElement(of: pairs.map(\.key)), isHashable(key), !key.isAny, let value = looseElement(of: pairs.map(\.value)), !value.isAny,
                let loose = attempt({ self.dictionary(pairs, .make(.nominal(.dictionary, [key, value])), range) })
            {
                return loose
            }
        }
        return joined(pairs, target, range)
    }

    /// A dictionary of the one type that its keys have in common, and its values.
    private func joined(_ pairs: [(key: Node, value: Node)], _ target: Type?, _ range: SourceRange) -> Expression {
        let keys = pairs.map(\.key)
        let values = pairs.map(\.value)
        let keyForms = keys.map { form(of: $0) }
        let valueForms = values.map { form(of: $0) }
        for case .typed(let value) in keyForms + valueForms where value.type.isError { return failure(range) }
        guard let key = join(keyForms, keys) else { return heterogeneous("keys", keyForms, range) }
        guard let value = join(valueForms, values) else {
            if let target, target.isAny, isHashable(key), let whole = attempt({ dictionary(pairs, .make(.nominal(.dictionary, [key, target])), range) }) { return whole }
            return heterogeneous("values", valueForms, range)
        }
        guard isHashable(key) else { return fail("type '\(key)' does not conform to protocol 'Hashable'", at: range) }
        return dictionary(pairs, .make(.nominal(.dictionary, [key, value])), range)
    }

    private func tuple(_ key: ExprSyntax, _ value: ExprSyntax) -> TupleExprSyntax {
        TupleExprSyntax(elements: [LabeledExprSyntax(expression: key, trailingComma: .commaToken()), LabeledExprSyntax(expression: value)])
    }

    private func heterogeneous(_ what: String, _ forms: [ArgumentForm], _ range: SourceRange) -> Expression {
        let types = Set(forms.map { describe($0) }).sorted().map { "'\($0)'" }
        return fail(
            "heterogeneous collection literal could only be inferred to '[String : Any]'; add explicit type annotation if this is intentional", at: range,
            help: "its \(what) have the types \(orList(types)); write '[String: Any]' to keep them together")
    }

    private func dictionary(_ pairs: [(key: Node, value: Node)], _ type: Type, _ range: SourceRange) -> Expression {
        let before = errorCount
        let entries = pairs.map { pair in
            (
                key: coerce(check(pair.key, expected: type.arguments[0]), to: type.arguments[0], for: .dictionaryKey),
                value: coerce(check(pair.value, expected: type.arguments[1]), to: type.arguments[1], for: .dictionaryValue)
            )
        }
        return errorCount > before ? failure(range) : Expression(.dictionary(entries), type, range)
    }

    func setLiteral(_ nodes: [Node], _ type: Type, _ range: SourceRange) -> Expression {
        let before = errorCount
        let element = type.arguments[0]
        let entries = nodes.map {
            (key: coerce(check($0, expected: element), to: element, for: .element), value: Expression(.aggregate([]), .void, range))
        }
        return errorCount > before ? failure(range) : Expression(.dictionary(entries), type, range)
    }

    /// Types that `[]` or `[:]` could have beside a closure that fills it, the likeliest first.
    func collections(for node: Node, _ known: Substitution) -> [Type] {
        guard case .syntax(let syntax) = node else { return [] }
        let elements = known.types.filter { $0.key.name == "Element" && $0.key.base == nil }.values
        guard let element = elements.first(where: { $0.isConcrete }) else { return [] }
        let parts = element.fields.map(\.type) + (element.tupleElements ?? []).map(\.type)
        func distinct(_ types: [Type]) -> [Type] {
            types.enumerated().filter { one in !types[..<one.offset].contains { $0 === one.element } }.map(\.element)
        }
        let values = distinct([.int, .double, .string, .bool, element, .array(element)] + parts + [.array(.int), .array(.string), .array(.double)] + parts.map(Type.array))
        let empty = emptyCollection(syntax)
        if empty === NominalType.set {
            return distinct(([element] + values + parts).filter { isHashable($0) }).map { .make(.nominal(.set, [$0])) }
        }
        if let literal = syntax.as(ArrayExprSyntax.self), !literal.elements.isEmpty {
            // `[[]]`
            return distinct([.array(element)] + values.map(Type.array)).map(Type.array)
        }
        if syntax.is(ArrayExprSyntax.self) || empty === NominalType.array {
            return distinct((element.arrayElement == nil ? [] : [element]) + [.array(element)] + values.map(Type.array))
        }
        guard syntax.is(DictionaryExprSyntax.self) || empty === NominalType.dictionary else { return [] }
        let keys = distinct([element, .string, .int, .character, .bool, .double] + parts).filter { isHashable($0) }
        let inner = distinct(parts).filter { isHashable($0) }.flatMap { key in distinct(parts + [.double]).map { Type.make(.nominal(.dictionary, [key, $0])) } }
        return keys.flatMap { key in (values + inner).map { .make(.nominal(.dictionary, [key, $0])) } }
    }

    // MARK: Subscripts

    /// The key of `d[key]`, and what stands after `default:`.
    private func dictionaryArguments(_ type: Type, _ syntax: SubscriptCallExprSyntax) -> (key: Expression, fallback: Node?)? {
        guard type.nominal === NominalType.dictionary else { return nil }
        let arguments = Array(syntax.arguments)
        guard let first = arguments.first, first.label == nil,
            arguments.count == 1 || (arguments.count == 2 && arguments[1].label?.text == "default")
        else { return nil }
        if arguments.count == 1, let position = environment.table.types["DictionaryIndex"], type.arguments[0].nominal !== position,
            attempt({ check(Node(first.expression), expected: nil) })?.type.nominal === position
        {
            return nil
        }
        let key = coerce(check(Node(first.expression), expected: type.arguments[0]), to: type.arguments[0], for: .argument)
        return (key, arguments.count == 2 ? Node(arguments[1].expression) : nil)
    }

    private func fallback(_ node: Node, _ type: Type) -> Expression {
        coerce(check(node, expected: type.arguments[1]), to: type.arguments[1], for: .argument)
    }

    /// `d[key]` and `d[key, default: value]`, read.
    func dictionarySubscript(_ dictionary: Expression, _ syntax: SubscriptCallExprSyntax) -> Expression? {
        guard let (key, node) = dictionaryArguments(dictionary.type, syntax) else { return nil }
        let range = syntax.sourceRange
        let fallback = node.map { self.fallback($0, dictionary.type) }
        if key.type.isError || fallback?.type.isError ?? false { return failure(range) }
        let value = dictionary.type.arguments[1]
        let found = Expression(
            .callNative(Machine.dictionarySubscript, typeArguments: dictionary.type.arguments, [dictionary, key]),
            .optional(value), range)
        return fallback.map { Expression(.coalesce(found, $0), value, range) } ?? found
    }

    /// The same as a place.
    func dictionaryStep(_ type: Type, _ syntax: SubscriptCallExprSyntax) -> (step: Place.Step, type: Type)? {
        guard let (key, node) = dictionaryArguments(type, syntax) else { return nil }
        if key.type.isError { return (.unwrap, .error) }
        guard let node else { return (.dictionaryElement(key), .optional(type.arguments[1])) }
        let fallback = self.fallback(node, type)
        if fallback.type.isError { return (.unwrap, .error) }
        return (.dictionaryDefault(key, default: fallback), type.arguments[1])
    }

    // MARK: Loops

    /// What a loop walks over: the elements of a dictionary, set or text as an array.
    func loopSequence(_ sequence: Expression) -> Expression {
        let type = sequence.type
        guard let nominal = type.nominal else { return sequence }
        switch nominal.form {
        case .dictionary, .set, .string:
            guard let element = environment.associatedType("Element", of: type) else { return sequence }
            return Expression(
                .callNative(Machine.elements, typeArguments: type.arguments, [sequence]), .array(element), sequence.range)
        default: break
        }
        if environment.table.types[nominal.name] === nominal, let walk = environment.members(named: "_walk", of: nominal).callables["_walk"] {
            // What looks at an array is walked over as one.
            let types = substitution(for: type)
            if let holding = walk.first(where: { requirementsHold($0, types) }) {
                return build(Candidate(callable: holding, substitution: types, receiver: .value(sequence, nil)), [], types, at: sequence.range, nameRange: sequence.range)
            }
        }
        // A slice, and `d.keys` and its like, are arrays with another face.
        guard let array = type.fields.first?.type, array.arrayElement != nil else { return sequence }
        if nominal === environment.table.types["ArraySlice"] {
            let range = sequence.range
            let holder = temporary(type, range)
            let held = Expression(.variable(holder), type, range)
            let part = Expression(
                .operation(
                    .arraySlice,
                    [Expression(.element(held, 0), array, range), Expression(.element(held, 1), .int, range), Expression(.element(held, 2), .int, range)]),
                array, range)
            return Expression(.block([Statement(.declare(holder, sequence), range)], part), array, range)
        }
        if type.fields[0].name == "_elements", environment.table.types[nominal.name] === nominal, nominal !== environment.table.types["IndexingIterator"] { return Expression(.element(sequence, 0), array, sequence.range) }
        return sequence
    }

    /// A loop over `stride` or `n...` of Ints: the sequence's variable, a counter, how far it goes, and the number.
    func countedLoop(_ sequence: Expression) -> (holder: Variable, counter: Variable, count: Expression, value: Expression)? {
        let type = sequence.type
        guard let nominal = type.nominal, type.arguments.first === Type.int else { return nil }
        let range = sequence.range
        let holder = temporary(type, range)
        let held = Expression(.variable(holder), type, range)
        let counter = temporary(.int, range)
        let count = Expression(.variable(counter), .int, range)
        if nominal === NominalType.partialRangeFrom {
            let start = Expression(.element(held, 0), .int, range)
            let most = Expression(.integer(Int.max), .int, range)
            return (holder, counter, most, Expression(.operation(.intAdd, [start, count]), .int, range))
        }
        guard nominal === environment.table.types["StrideTo"] || nominal === environment.table.types["StrideThrough"],
            let steps = property("_steps", of: type)
        else { return nil }
        let number = build(Candidate(callable: steps.getter, substitution: substitution(for: type), receiver: .value(held, nil)), [], substitution(for: type), at: range, nameRange: range)
        let step = Expression(.element(held, 2), .int, range)
        let product = Expression(.operation(.intMultiply, [count, step]), .int, range)
        return (holder, counter, number, Expression(.operation(.intAdd, [Expression(.element(held, 0), .int, range), product]), .int, range))
    }
}
