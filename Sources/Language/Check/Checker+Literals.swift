import SwiftParser
import SwiftSyntax

/// Literals: what they become is what the context asks for.
extension Checker {
    /// `init(integerLiteral:)` and its like of a type of the library or of a cell.
    func literalInitializer(_ label: String, _ type: Type) -> Callable? {
        guard let nominal = type.nominal, !Environment.standardTypes.contains(where: { $0 === nominal }) else { return nil }
        func find(_ nominal: NominalType) -> Callable? {
            environment.members(named: "init", of: nominal).callables["init"]?.first {
                $0.parameters.count == 1 && $0.parameters[0].label == label && !$0.isRequirement
            }
        }
        if let own = find(nominal) { return own }
        // A protocol may give it: `[.a, .b]` of an option set.
        guard nominal.isDeclaredByCell else { return nil }
        return environment.protocols(of: type).lazy.filter(\.hasPlainValues).compactMap { find($0) }.first
    }

    func integer(_ syntax: IntegerLiteralExprSyntax, negative: Bool = false, range: SourceRange, expected: Type?) -> Expression {
        let written = syntax.literal.text
        let text = written.utf8.contains(UInt8(ascii: "_")) ? written.replacing("_", with: "") : written
        var target = expected?.wrapped ?? expected
        if let wanted = target, lacksLiteral(wanted, isInteger: true) { target = nil }
        switch target?.nominal?.form {
        case .double, .float:
            let magnitude = Checker.magnitude(text).map { Double($0) } ?? Double(text) ?? .infinity
            return Expression(.floating(negative ? -magnitude : magnitude), target!, range)
        default: break
        }
        if let target, case .fixedInteger? = target.nominal?.form {
            let (low, high) = IntegerValue.limits(target)
            guard let magnitude = Checker.magnitude(text), let slot = IntegerValue.store(negative ? -Int128(magnitude) : Int128(magnitude), target) else {
                let isUnsigned = low == 0 && negative
                return fail(
                    isUnsigned
                        ? "negative integer '-\(syntax.literal.text)' overflows when stored into unsigned type '\(target)'"
                        : "integer literal '\(negative ? "-" : "")\(syntax.literal.text)' overflows when stored into '\(target)'", at: range,
                    help: "it goes from \(low) to \(high)")
            }
            return Expression(.integer(Int(truncatingIfNeeded: slot)), target, range)
        }
        guard let magnitude = Checker.magnitude(text), magnitude <= UInt64(Int.max) + (negative ? 1 : 0) else {
            return fail("integer literal '\(negative ? "-" : "")\(syntax.literal.text)' overflows when stored into 'Int'", at: range)
        }
        let value = negative ? (magnitude == UInt64(Int.max) + 1 ? Int.min : -Int(magnitude)) : Int(magnitude)
        let plain = Expression(.integer(value), .int, range)
        if let target, let initializer = literalInitializer("integerLiteral", target) {
            return build(Candidate(callable: initializer), [plain], substitution(for: target), at: range, nameRange: range)
        }
        return plain
    }

    /// The value of digits in any of Swift's bases.
    static func magnitude(_ text: String) -> UInt64? {
        if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0b") { return UInt64(text.dropFirst(2), radix: 2) }
        if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8) }
        return UInt64(text)
    }

    func floating(_ syntax: FloatLiteralExprSyntax, negative: Bool = false, range: SourceRange, expected: Type?) -> Expression {
        let written = syntax.literal.text
        let text = written.utf8.contains(UInt8(ascii: "_")) ? written.replacing("_", with: "") : written
        guard var value = Double(text) else {
            return fail("'\(syntax.literal.text)' is not a number", at: range)
        }
        if negative { value = -value }
        var target = expected?.wrapped ?? expected
        if let wanted = target, lacksLiteral(wanted, isInteger: false) { target = nil }
        if target === Type.float { return Expression(.floating(value), .float, range) }
        let plain = Expression(.floating(value), .double, range)
        if let target, let initializer = literalInitializer("floatLiteral", target) {
            return build(Candidate(callable: initializer), [plain], substitution(for: target), at: range, nameRange: range)
        }
        return plain
    }

    func string(_ syntax: StringLiteralExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let target = expected?.wrapped ?? expected
        if let text = syntax.representedLiteralValue {
            if target === Type.character {
                guard text.count == 1 else {
                    return fail("cannot convert value of type 'String' to specified type 'Character'", at: range)
                }
                return Expression(.string(text), .character, range)
            }
            let plain = Expression(.string(text), .string, range)
            if let target, let initializer = literalInitializer("stringLiteral", target) {
                return build(Candidate(callable: initializer), [plain], substitution(for: target), at: range, nameRange: range)
            }
            return plain
        }
        var parts: [Expression] = []
        for (index, segment) in syntax.segments.enumerated() {
            switch segment {
            case .stringSegment(let text):
                let value = unescape(text, in: syntax)
                if !value.isEmpty || index == 0 && syntax.segments.count == 1 {
                    parts.append(Expression(.string(value), .string, segment.sourceRange))
                }
            case .expressionSegment(let segment):
                parts.append(interpolated(segment))
            }
        }
        if parts.contains(where: \.type.isError) { return failure(range) }
        let text = Expression(.interpolation(parts), .string, range)
        if let target, let interpolated = environment.protocolNamed("ExpressibleByStringInterpolation"), environment.conforms(target, to: interpolated),
            let initializer = literalInitializer("stringLiteral", target)
        {
            return build(Candidate(callable: initializer), [text], substitution(for: target), at: range, nameRange: range)
        }
        return text
    }

    /// The text of one stretch of an interpolated literal: the literal of that stretch alone, as Swift reads it.
    private func unescape(_ segment: StringSegmentSyntax, in literal: StringLiteralExprSyntax) -> String {
        let alone = literal.with(\.segments, [.stringSegment(segment)])
        return alone.representedLiteralValue ?? segment.content.text
    }

    private func interpolated(_ segment: ExpressionSegmentSyntax) -> Expression {
        let arguments = Array(segment.expressions)
        guard let first = arguments.first else {
            return fail("expected expression in string interpolation", at: segment.sourceRange)
        }
        if arguments.count == 2, let label = arguments[1].label?.text, label == "specifier" || label == "format" {
            guard let formatted = call(
                library: "String", "init", labels: ["format", nil],
                [Expression(check(Node(arguments[1].expression), expected: .string).kind, .string, arguments[1].sourceRange), check(Node(first.expression), expected: nil)],
                at: segment.sourceRange)
            else { return fail("'specifier:' is not available here", at: segment.sourceRange) }
            return formatted
        }
        if let own = ownInterpolation(segment) { return own }
        if arguments.count > 1 {
            return fail("extra argument in string interpolation", at: arguments[1].sourceRange)
        }
        if let label = first.label { return fail("extraneous argument label '\(label.text):' in call", at: label.sourceRange) }
        let value = check(Node(first.expression), expected: nil)
        if value.type.isVoid { warn("string interpolation of a value of type '()'", at: value.range) }
        return value
    }

    /// `\(value, format: f)` where a cell has put `appendInterpolation(_:format:)` into String.StringInterpolation.
    private func ownInterpolation(_ segment: ExpressionSegmentSyntax) -> Expression? {
        let range = segment.sourceRange
        guard let nominal = environment.table.types["String.StringInterpolation"] else { return nil }
        let type = Type.make(.nominal(nominal, []))
        let own = methods("appendInterpolation", of: type).filter { $0.declaration == nil }
        if own.isEmpty { return nil }
        let given = self.arguments(segment.expressions)
        let fitting = own.filter { if case .fits = arrange(given, for: $0, at: range) { true } else { false } }
        guard !fitting.isEmpty, let empty = call(library: nominal.name, "init", labels: [], [], at: range) else { return nil }
        let holder = temporary(type, range)
        holder.isReassigned = true
        let place = Place(root: .variable(holder), steps: [], type: type, range: range)
        let candidates = fitting.map { Candidate(callable: $0, receiver: .place(place)) }
        guard let append = attempt({ resolveCall("appendInterpolation", candidates, given, at: range, nameRange: range, expected: nil) }) else { return nil }
        let text = Expression(.element(Expression(.variable(holder), type, range), 0), .string, range)
        return Expression(.block([Statement(.declare(holder, empty), range), Statement(.expression(append), range)], text), .string, range)
    }

    /// A call of a library function from the checker's own conversions, by its labels.
    func call(library type: String, _ name: String, labels: [String?], _ arguments: [Expression], at range: SourceRange) -> Expression? {
        guard let nominal = environment.table.types[type] ?? Environment.standardTypes.first(where: { $0.name == type }) else { return nil }
        let callables = environment.members(named: name, of: nominal).callables[name] ?? []
        guard let callable = callables.first(where: { one in
            one.parameters.map(\.label) == labels && zip(one.parameters, arguments).allSatisfy { convertible($1.type, to: $0.type) }
        }) ?? callables.first(where: { $0.parameters.map(\.label) == labels }) else { return nil }
        var converted: [Expression] = []
        for (argument, parameter) in zip(arguments, callable.parameters) {
            let value = coerce(argument, to: parameter.type, for: .argument)
            converted.append(
                parameter.isVariadic
                    ? Expression(.array([value]), .array(parameter.type), range) : value)
        }
        return build(Candidate(callable: callable), converted, Substitution(), at: range, nameRange: range)
    }

    private func heterogeneous(_ forms: [ArgumentForm], _ range: SourceRange) -> Expression {
        let types = Array(Set(forms.map { describe($0) })).sorted().map { "'\($0)'" }
        let hasNil = forms.contains { if case .none = $0 { true } else { false } }
        return fail(
            "heterogeneous collection literal could only be inferred to '[Any\(hasNil ? "?" : "")]'; add explicit type annotation if this is intentional",
            at: range, help: "its elements have the types \(orList(types)); write '[Any]' to keep them together")
    }

    func array(_ syntax: ArrayExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let target = expected?.wrapped ?? expected
        let nodes = syntax.elements.map { Node($0.expression) }
        if let element = target?.arrayElement, element.isConcrete {
            let before = errorCount
            let values = nodes.map { coerce(check($0, expected: element), to: element, for: .element) }
            refuseKeeping(values)
            return errorCount > before ? failure(range) : Expression(.array(values), target!, range)
        }
        if let target, target.nominal === NominalType.set, target.arguments[0].isConcrete {
            return setLiteral(nodes, target, range)
        }
        if let target, let initializer = literalInitializer("arrayLiteral", target) {
            if initializer.parameters[0].isVariadic {
                let element = initializer.parameters[0].type.substituting(substitution(for: target))
                let before = errorCount
                let values = nodes.map { coerce(check($0, expected: element), to: element, for: .element) }
                if errorCount > before { return failure(range) }
                return build(Candidate(callable: initializer, substitution: substitution(for: target)), [Expression(.array(values), .array(element), range)], substitution(for: target), at: range, nameRange: range)
            }
            return resolveCall(
                target.description, [Candidate(callable: initializer)],
                [CallArgument(label: "arrayLiteral", node: .syntax(ExprSyntax(syntax)), range: range)],
                at: range, nameRange: range, expected: nil)
        }
        if let target, target.isExistential, !target.isAny, let element = environment.associatedType("Element", of: target), element.isConcrete, !element.isAny {
            // `any Collection<Int>`
            return array(syntax, expected: .array(element))
        }
        if nodes.isEmpty {
            return fail(
                "empty collection literal requires an explicit type", at: range,
                help: "write the type: 'let x: [Double] = []'")
        }
        // `[Double]()` is parsed as an array of a type's name.
        if nodes.count == 1, let element = typeReference(nodes[0]) {
            return Expression(.type, .make(.metatype(.array(element))), range)
        }
        if let target, target.isAny, mayRetry() {
            // Where anything may stand, so it may inside: `let all: [Any] = [1, [2, "a"]]`.
            retries += 1
            if let natural = attempt({ array(syntax, expected: nil) }) { return natural }
            if let whole = attempt({ array(syntax, expected: .array(target)) }) { return whole }
        }
        guard nodes.allSatisfy({ isCollectionLiteral($0) }), mayRetry() else { return joined(nodes, range) }
        retries += 1
        if let natural = attempt({ joined(nodes, range) }) { return natural }
        if let element = looseElement(of: nodes), !element.isAny, let loose = attempt({ array(syntax, expected: .array(element)) }) { return loose }
        return joined(nodes, range)
    }

    /// An array of the one type that its elements have in common.
    private func joined(_ nodes: [Node], _ range: SourceRange) -> Expression {
        // What has no type by itself may have the type of its neighbours: `[([1], [2]), ([3], [])]`.
        var forms = nodes.map { node in
            nodes.count == 1 ? form(of: node) : attempt { form(of: node) } ?? .contextual(natural: nil)
        }
        if join(forms, nodes) == nil {
            let before = errorCount
            forms = zip(nodes, forms).map { node, known in
                // A literal inside that is wrong by itself says what is wrong, and where.
                if case .array(let elements, natural: nil) = known, !elements.isEmpty {
                    _ = check(node, expected: nil)
                    return known
                }
                return form(of: node)
            }
            if errorCount > before { return failure(range) }
        }
        guard let element = join(forms, nodes).map({ optionalWhereNil($0, nodes) }) else {
            if forms.contains(where: { if case .typed(let e) = $0 { e.type.isError } else { false } }) { return failure(range) }
            return heterogeneous(forms, range)
        }
        let hasNumber = forms.contains { form in
            switch form {
            case .integerLiteral, .floatLiteral: true
            default: false
            }
        }
        if element === Type.string, hasNumber { return heterogeneous(forms, range) }
        let before = errorCount
        var values: [Expression] = []
        for (node, form) in zip(nodes, forms) {
            if case .typed(let known) = form, let converted = convert(known, to: element) {
                values.append(converted)
            } else if case .contextual(.some(let known)) = form, isErasedKeyPath(element), let converted = convert(known, to: element) {
                values.append(converted)
            } else {
                values.append(coerce(check(node, expected: element), to: element, for: .element))
            }
        }
        refuseKeeping(values)
        return errorCount > before ? failure(range) : Expression(.array(values), .array(element), range)
    }

    /// `[(1, "a"), (2, nil)]`: what is nil in one tuple is an optional in all.
    func optionalWhereNil(_ element: Type, _ nodes: [Node]) -> Type {
        guard var parts = element.tupleElements else { return element }
        for case .syntax(let syntax) in nodes {
            guard let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == parts.count else { continue }
            for (index, part) in tuple.elements.enumerated() where part.expression.is(NilLiteralExprSyntax.self) && parts[index].type.wrapped == nil {
                parts[index] = Type.TupleElement(label: parts[index].label, type: .optional(parts[index].type))
            }
        }
        return .make(.tuple(parts))
    }

    /// The one type that several values can all have.
    func join(_ forms: [ArgumentForm], _ nodes: [Node]) -> Type? {
        var joined: Type?
        var hasNone = false
        var hasInteger = false
        var hasFloat = false
        var hasString = false
        // What is joined so far is what a literal is by itself, and could be something else.
        var literal: String?
        for (form, node) in zip(forms, nodes) {
            switch form {
            case .typed(let expression):
                if expression.type.isError { return nil }
                guard let known = joined else { joined = expression.type; continue }
                if let label = literal, known !== expression.type, accepts(label, expression.type) {
                    joined = expression.type
                    literal = nil
                    continue
                }
                if known === expression.type || convertible(expression.type, to: known) { continue }
                if convertible(known, to: expression.type) {
                    joined = expression.type
                } else if let common = commonClass(known, expression.type) ?? commonKeyPath(known, expression.type) {
                    joined = common
                } else if let wider = widenTuple(known, expression.type) {
                    // `[(1, 2.5), (2, 3)]`: the literals in them become what their neighbours are.
                    joined = wider
                } else {
                    return nil
                }
            case .integerLiteral: hasInteger = true
            case .floatLiteral: hasFloat = true
            case .stringLiteral: hasString = true
            case .none: hasNone = true
            case .array(_, let natural):
                if let known = joined, literal == nil, accepts("arrayLiteral", known) { continue }
                guard let type = natural?.type else { continue }
                guard let known = joined else {
                    joined = type
                    literal = "arrayLiteral"
                    continue
                }
                if known !== type {
                    // [[1, 2], [0.5, 1]]: the finer kind of number serves both.
                    guard let wider = widen(known, type) else { return nil }
                    joined = wider
                }
            case .contextual(let natural), .rangeLiteral(_, _, let natural):
                if let known = joined, let other = natural?.type, known !== other, let common = commonKeyPath(known, other) {
                    joined = common
                } else if joined == nil {
                    joined = natural?.type
                    if joined?.nominal === NominalType.dictionary { literal = "dictionaryLiteral" }
                }
            case .closure:
                if joined == nil { joined = attempt({ check(node, expected: nil) })?.type }
            case .implicitMember, .address, .emptyDictionary: continue
            }
        }
        if hasString {
            // `[expression, "x", 5]`: a type that all of them stand for.
            let takesNumbers = joined.map { (!hasInteger || accepts("integerLiteral", $0)) && (!hasFloat || accepts("floatLiteral", $0)) } ?? false
            guard !hasInteger && !hasFloat || takesNumbers else { return nil }
            let base = joined?.wrapped ?? joined
            if base == nil {
                joined = .string
            } else if let base, base !== Type.string, base !== Type.character, literalInitializer("stringLiteral", base) == nil, !(base.isExistential && !base.isAny && convertible(.string, to: base)) {
                return nil
            }
        }
        if joined == nil {
            if hasFloat { joined = .double } else if hasInteger { joined = .int }
        } else if joined === Type.int, hasFloat {
            return nil
        } else if hasInteger || hasFloat, joined?.nominal === NominalType.array || joined?.nominal === NominalType.dictionary {
            // `[1, [2]]`
            return nil
        }
        if hasNone, let type = joined, type.wrapped == nil { joined = .optional(type) }
        return joined
    }

    /// Whether a type other than arrays and dictionaries can be written as such a literal.
    private func accepts(_ label: String, _ type: Type) -> Bool {
        let base = type.wrapped ?? type
        return base.nominal === NominalType.set ? label == "arrayLiteral" : literalInitializer(label, base) != nil
    }

    func widenTuple(_ a: Type, _ b: Type) -> Type? {
        guard let x = a.tupleElements, let y = b.tupleElements, x.count == y.count else { return nil }
        var elements: [Type.TupleElement] = []
        for (left, right) in zip(x, y) {
            guard left.label == right.label, let type = widen(left.type, right.type) ?? (right.type.wrapped === left.type ? right.type : left.type.wrapped === right.type ? left.type : nil) else { return nil }
            elements.append(Type.TupleElement(label: left.label, type: type))
        }
        return .make(.tuple(elements))
    }

    func widen(_ a: Type, _ b: Type) -> Type? {
        if a === b { return a }
        if a === Type.int && b === Type.double || a === Type.double && b === Type.int { return .double }
        if let x = a.arrayElement, let y = b.arrayElement { return widen(x, y).map(Type.array) }
        return nil
    }
}
