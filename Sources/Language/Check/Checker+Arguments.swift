import SwiftSyntax

/// Of which kind a literal made of numbers is.
enum LiteralKind {
    case integer
    case floating
}

/// An argument as it is written.
struct CallArgument {
    let label: String?
    let node: Node
    let range: SourceRange
    var isTrailing = false
    /// `&x`
    var address: ExprSyntax?
    /// Where the label stands.
    var labelStart: Int?
}

/// What an argument is before a parameter's type is known.
enum ArgumentForm {
    case typed(Expression)
    case integerLiteral
    case floatLiteral
    case stringLiteral
    case none
    /// An array literal, with the value it has by itself where it has one.
    case array([Node], natural: Expression?)
    /// A closure, with the number of parameters it names, or of `$n` it uses.
    case closure(ClosureExprSyntax, named: Int?, dollars: Int)
    /// `.name` or `.name(…)`
    case implicitMember(String)
    case address(ExprSyntax)
    /// A range whose bounds are number literals.
    case rangeLiteral(isClosed: Bool, LiteralKind, natural: Expression?)
    case emptyDictionary
    /// Depends on its context in another way: a ternary of literals, a function's name.
    case contextual(natural: Expression?)

    /// The value it has by itself, where it was found.
    var natural: Expression? {
        switch self {
        case .typed(let value): value
        case .array(_, let value), .rangeLiteral(_, _, let value), .contextual(let value): value
        default: nil
        }
    }

    /// That value where it is what is wanted already: to check it again would do all that is inside of it again.
    func natural(as type: Type?) -> Expression? {
        guard let natural, natural.type === type else { return nil }
        return natural
    }
}

extension Checker {
    func arguments(_ list: LabeledExprListSyntax, trailing: ClosureExprSyntax? = nil, additional: MultipleTrailingClosureElementListSyntax? = nil) -> [CallArgument] {
        var result = list.map { element in
            CallArgument(
                label: element.label.map { Checker.plainName($0.text) }, node: Node(element.expression),
                range: element.expression.sourceRange,
                address: element.expression.as(InOutExprSyntax.self)?.expression,
                labelStart: element.label?.sourceRange.start)
        }
        if let trailing {
            result.append(
                CallArgument(
                    label: nil, node: .syntax(ExprSyntax(trailing)), range: trailing.sourceRange,
                    isTrailing: true))
        }
        for element in additional ?? [] {
            result.append(
                CallArgument(
                    label: element.label.tokenKind == .wildcard ? nil : Checker.plainName(element.label.text), node: .syntax(ExprSyntax(element.closure)),
                    range: element.closure.sourceRange))
        }
        return result
    }

    /// A name without the backticks that may stand round it.
    static func plainName(_ text: String) -> String {
        text.first == "`" && text.count > 2 ? String(text.dropFirst().dropLast()) : text
    }

    /// Which arguments go to which parameters, or why they do not.
    enum Arrangement {
        case fits([[Int]])
        /// Told when it is asked for: of several candidates most do not fit, and nobody reads why.
        case misfit(() -> Misfit)
    }

    /// Why arguments do not fit.
    struct Misfit {
        let message: String
        let range: SourceRange
        let help: String?
        let fixIts: [Diagnostic.FixIt]
    }

    func arrange(_ arguments: [CallArgument], for callable: Callable, at range: SourceRange, isForward: Bool = false) -> Arrangement {
        let parameters = callable.parameters
        var taken = Array(repeating: [Int](), count: parameters.count)
        var next = 0
        var position = 0
        // A single closure behind a call goes to the last parameter that can do without one, as in Swift 5, where that
        // takes such a closure.
        let isOnlyTrailing = arguments.count { $0.isTrailing } == 1
        while position < arguments.count {
            let argument = arguments[position]
            if argument.isTrailing {
                // The first parameter from here on that takes a function and has no other way to get a value.
                // What has a label behind it goes to the parameter of that name, and this one to one in front of that.
                let following = position + 1 < arguments.count ? arguments[position + 1].label : nil
                let limit = following.flatMap { label in (next..<parameters.count).first { parameters[$0].label == label } } ?? parameters.count
                let rest = (next..<limit).filter { takesFunction(parameters[$0].type) && !parameters[$0].isAutoclosure && taken[$0].isEmpty }
                let open = (next..<limit).filter {
                    if case .parameter = parameters[$0].type.kind { taken[$0].isEmpty } else { false }
                }
                guard let index = rest.first(where: { !parameters[$0].hasDefault }) ?? (isOnlyTrailing && following == nil && !isForward ? rest.last { takes(argument, parameters[$0].type) } ?? rest.last : rest.first) ?? open.first else {
                    return .misfit {
                        Misfit(
                            message: "extra trailing closure passed in call", range: argument.range,
                            help: "'\(callable.reference)' takes no closure", fixIts: [])
                    }
                }
                taken[index].append(position)
                next = index + 1
                position += 1
                continue
            }
            // Skip parameters with defaults (or variadic ones without values) until the label fits.
            var index = next
            while index < parameters.count, parameters[index].label != argument.label,
                parameters[index].hasDefault || parameters[index].isVariadic || takesFunction(parameters[index].type) && arguments.contains(where: { $0.isTrailing })
            {
                index += 1
            }
            if index < parameters.count, parameters[index].label == argument.label {
                taken[index].append(position)
                position += 1
                if parameters[index].isVariadic {
                    while position < arguments.count, arguments[position].label == nil,
                        !arguments[position].isTrailing
                    {
                        taken[index].append(position)
                        position += 1
                    }
                }
                next = index + 1
                continue
            }
            return .misfit { [next] in self.misfit(argument, at: next, of: callable, arguments) }
        }
        for (index, parameter) in parameters.enumerated()
        where taken[index].isEmpty && !parameter.hasDefault && !parameter.isVariadic {
            return .misfit {
                let what = parameter.label.map { "'\($0)'" } ?? "#\(index + 1)"
                return Misfit(
                    message: "missing argument for parameter \(what) in call",
                    range: SourceRange(start: max(range.end - 1, range.start), end: range.end),
                    help: "'\(callable.signature)'", fixIts: [])
            }
        }
        return .fits(taken)
    }

    /// Whether a closure has as many parameters as the function that is wanted.
    private func takes(_ argument: CallArgument, _ type: Type) -> Bool {
        guard case .syntax(let syntax) = argument.node, let closure = syntax.as(ClosureExprSyntax.self), let wanted = (type.function ?? type.wrapped?.function)?.parameters else { return true }
        if let named = closure.parameterCount { return named == wanted.count || wanted.count == 1 && wanted[0].type.tupleElements?.count == named }
        return (closure.highestDollar >= 0) == !wanted.isEmpty
    }

    private func takesFunction(_ type: Type) -> Bool {
        type.function != nil || type.wrapped?.function != nil
    }

    /// Labels as swiftc writes them together: `width:_:`.
    static func labelText(_ labels: [String?]) -> String { labels.map { ($0 ?? "_") + ":" }.joined() }

    /// The first argument given before `label` that belongs after it.
    private static func preceded(by label: String, _ parameters: [Callable.Parameter], _ all: [CallArgument]) -> String {
        let own = parameters.firstIndex { $0.label == label } ?? 0
        let late = all.prefix { $0.label != label }.first { given in
            given.label != nil && (parameters.firstIndex { $0.label == given.label } ?? 0) > own
        }
        return late?.label.map { "argument '\($0)'" } ?? "other arguments"
    }

    /// All labels that a call leaves out, as swiftc names them.
    private static func missingLabels(_ parameters: [Callable.Parameter], _ all: [CallArgument], or expected: String) -> String {
        let missing = zip(parameters, all).compactMap { $1.label == nil ? $0.label : nil }
        guard all.count == parameters.count, missing.count > 1 else { return "missing argument label '\(expected):' in call" }
        let isWhole = missing.count == parameters.count
        let text = isWhole ? labelText(missing) : labelText(zip(parameters, all).map { $1.label == nil ? $0.label : nil })
        return "missing argument labels '\(text)' in call"
    }

    private func misfit(_ argument: CallArgument, at index: Int, of callable: Callable, _ all: [CallArgument]) -> Misfit {
        let parameters = callable.parameters
        let labels = parameters.compactMap(\.label)
        if let label = argument.label, !labels.contains(label) {
            if let ours = environment.table.foreignLabel(label, among: labels) {
                let start = argument.labelStart ?? argument.range.start
                return Misfit(
                    message: "incorrect argument label in call (have '\(label):', expected '\(ours):')", range: argument.range,
                    help: "'\(label):' is spelled '\(ours):' here",
                    fixIts: [Diagnostic.FixIt(range: SourceRange(start: start, end: start + label.utf8.count), replacement: ours)])
            }
            if parameters.isEmpty || (index >= parameters.count && closestName(to: label, among: labels) == nil) {
                return Misfit(
                    message: "extra argument '\(label)' in call", range: argument.range,
                    help: "'\(callable.signature)'", fixIts: [])
            }
            let near = closestName(to: label, among: labels)
            let expected = near ?? (index < parameters.count ? parameters[index].label : nil)
            if near == nil, index < parameters.count, parameters[index].hasDefault {
                return Misfit(
                    message: "extra argument '\(label)' in call", range: argument.range,
                    help: "'\(callable.reference)' has the labels \(labels.map { "'\($0):'" }.joined(separator: ", "))", fixIts: [])
            }
            let isOne = all.count == parameters.count
            let message =
                if expected == nil, labels.isEmpty {
                    "extraneous argument label '\(label):' in call"
                } else if isOne {
                    "incorrect argument label\(labels.count > 1 && zip(all, parameters).filter { $0.label != $1.label }.count > 1 ? "s" : "") in call (have '\(Checker.labelText(all.map(\.label)))', expected '\(Checker.labelText(parameters.map(\.label)))')"
                } else {
                    "incorrect argument label in call (have '\(label):', expected '\(expected.map { $0 + ":" } ?? "_")')"
                }
            return Misfit(
                message: message, range: argument.range, help: near.map { "did you mean '\($0):'?" } ?? "'\(callable.signature)'", fixIts: [])
        }
        if let label = argument.label, index < parameters.count, let expected = parameters[index].label, let late = all.first(where: { $0.label == expected }),
            late.range.start > argument.range.start
        {
            return Misfit(
                message: "argument '\(expected)' must precede argument '\(label)'", range: late.range, help: "'\(callable.signature)'", fixIts: [])
        }
        if let label = argument.label {
            return Misfit(
                message: all.filter { $0.label == label }.count > 1
                    ? "extra argument '\(label)' in call"
                    : "argument '\(label)' must precede \(Checker.preceded(by: label, parameters, all))", range: argument.range,
                help: "'\(callable.signature)'", fixIts: [])
        }
        if let position = all.firstIndex(where: { $0.range == argument.range }), let own = parameters.firstIndex(where: { $0.label == nil && $0.isVariadic }), own < index,
            let early = all[..<position].first(where: { $0.label != nil })?.label
        {
            return Misfit(message: "unnamed argument #\(position + 1) must precede argument '\(early)'", range: argument.range, help: "'\(callable.signature)'", fixIts: [])
        }
        if index < parameters.count, let expected = parameters[index].label {
            let start = argument.range.start
            return Misfit(
                message: Checker.missingLabels(parameters, all, or: expected), range: argument.range, help: "write '\(expected): …'",
                fixIts: [Diagnostic.FixIt(range: SourceRange(start: start, end: start), replacement: expected + ": ")])
        }
        return Misfit(
            message: parameters.isEmpty
                ? "argument passed to call that takes no arguments" : "extra argument in call",
            range: argument.range, help: "'\(callable.signature)'", fixIts: [])
    }

    /// What an argument is by itself. Whatever has a type of its own is checked here, once.
    func form(of argument: CallArgument) -> ArgumentForm {
        if let address = argument.address { return .address(address) }
        return form(of: argument.node)
    }

    func form(of node: Node) -> ArgumentForm {
        switch literalKind(node) {
        case .integer: return .integerLiteral
        case .floating: return .floatLiteral
        case nil: break
        }
        guard case .syntax(let syntax) = node else {
            if case .binary(let name, _, let lower, let upper) = node, name == "..<" || name == "...",
                let a = literalKind(lower), let b = literalKind(upper)
            {
                return .rangeLiteral(
                    isClosed: name == "...", a == .integer && b == .integer ? .integer : .floating,
                    natural: attempt { check(node, expected: nil) })
            }
            if isContextual(node) { return .contextual(natural: nil) }
            if case .ternary = node { return .contextual(natural: attempt { check(node, expected: nil) }) }
            return .typed(check(node, expected: nil))
        }
        if let root = syntax.implicitRoot { return .implicitMember(root.declName.baseName.text) }
        switch syntax.as(ExprSyntaxEnum.self) {
        case .stringLiteralExpr: return .stringLiteral
        case .nilLiteralExpr: return .none
        case .arrayExpr(let array):
            let elements = array.elements.map { Node($0.expression) }
            return .array(elements, natural: elements.isEmpty ? nil : attempt { check(node, expected: nil) })
        case .closureExpr(let closure):
            return .closure(closure, named: closure.parameterCount, dollars: closure.highestDollar + 1)
        case .keyPathExpr(let path):
            if path.root == nil { return .contextual(natural: nil) }
            let natural = attempt { check(node, expected: nil) }
            return .contextual(natural: natural)
        case .dictionaryExpr(let dictionary):
            if case .elements = dictionary.content { return .contextual(natural: attempt { check(node, expected: nil) }) }
            return .emptyDictionary
        case .functionCallExpr(let call) where call.arguments.first?.expression.as(KeyPathExprSyntax.self).map { $0.root == nil } ?? false && openGeneric(call.calledExpression) != nil:
            // `people.sorted(using: KeyPathComparator(\.age))`: what is wanted says where the path begins.
            return .contextual(natural: attempt { check(node, expected: nil) })
        case .declReferenceExpr(let reference):
            if isOperator(reference.baseName.text) { return .contextual(natural: nil) }
            if case .entity(.callables(let all))? = lookUpName(Checker.plainName(reference.baseName.text)), all.count > 1 {
                return .contextual(natural: nil)
            }
        case .memberAccessExpr:
            let before = diagnostics
            let value = check(node, expected: nil)
            if value.type.isError, let last = diagnostics.last, last.message.hasPrefix("ambiguous use of") {
                diagnostics = before
                return .contextual(natural: nil)
            }
            return .typed(value)
        case .tupleExpr(let tuple) where tuple.elements.count > 1 && tuple.elements.contains(where: { $0.expression.as(MemberAccessExprSyntax.self)?.base == nil && $0.expression.is(MemberAccessExprSyntax.self) }):
            return .contextual(natural: nil)
        default: break
        }
        return .typed(check(node, expected: nil))
    }

    /// Whether what an expression is made of has no type without context: `.a * .b`.
    func isContextual(_ node: Node) -> Bool {
        switch node {
        case .binary(_, _, let left, let right):
            // Each side is asked once: a long chain is asked at each of its operators.
            let (first, second) = (isContextual(left), isContextual(right))
            return (first || second) && (first || literalKind(left) != nil) && (second || literalKind(right) != nil)
        case .syntax(let syntax):
            return syntax.implicitRoot != nil
        default: return false
        }
    }

    /// Whether the context decides the type: `.a`, or a number literal beside one.
    func isOpen(_ node: Node) -> Bool { isContextual(node) || literalKind(node) != nil }

    /// `[]`, `[:]` and `nil`, which say nothing of their type.
    func isOpenLiteral(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node else { return false }
        if let array = syntax.as(ArrayExprSyntax.self) { return array.elements.allSatisfy { $0.expression.is(ArrayExprSyntax.self) && isOpenLiteral(Node($0.expression)) } }
        if let tuple = syntax.as(TupleExprSyntax.self) { return tuple.elements.count > 1 && tuple.elements.contains { isOpenLiteral(Node($0.expression)) } }
        if let dictionary = syntax.as(DictionaryExprSyntax.self) {
            if case .elements = dictionary.content { return false }
            return true
        }
        return syntax.is(NilLiteralExprSyntax.self) || emptyCollection(syntax) != nil
    }

    /// `Set()`, `Array()`, `Dictionary()`: of what elements, the context says.
    func emptyCollection(_ syntax: ExprSyntax) -> NominalType? {
        guard let call = syntax.as(FunctionCallExprSyntax.self), call.arguments.isEmpty, call.trailingClosure == nil, let nominal = openGeneric(call.calledExpression) else { return nil }
        return [NominalType.set, .array, .dictionary].first { $0 === nominal }
    }

    /// Whether an expression is made of number literals alone, and of which kind.
    func literalKind(_ node: Node) -> LiteralKind? {
        switch node {
        case .syntax(let syntax):
            if syntax.is(IntegerLiteralExprSyntax.self) { return .integer }
            if syntax.is(FloatLiteralExprSyntax.self) { return .floating }
            if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
                return literalKind(Node(only.expression))
            }
            if let prefix = syntax.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "~" {
                return literalKind(Node(prefix.expression)) == .integer ? .integer : nil
            }
            if let prefix = syntax.as(PrefixOperatorExprSyntax.self), ["-", "+"].contains(prefix.operator.text) {
                return literalKind(Node(prefix.expression))
            }
            return nil
        case .binary(let name, _, let left, let right):
            guard let a = literalKind(left), let b = literalKind(right) else { return nil }
            if ["%", "<<", ">>", "&", "|", "^"].contains(name) { return a == .integer && b == .integer ? .integer : nil }
            guard ["+", "-", "*", "/"].contains(name) else { return nil }
            return a == .integer && b == .integer ? .integer : .floating
        default: return nil
        }
    }

    /// How far an argument is from a parameter's type; nil when it cannot be given there.
    func cost(of form: ArgumentForm, for type: Type, _ substitution: inout Substitution) -> Int? {
        if type.isError { return 0 }
        let target = type.substituting(substitution)
        switch form {
        case .typed(let expression):
            if let cost = typeCost(expression.type, target, &substitution) { return cost }
            return expression.isImplicit ? typeCost(forced(expression).type, target, &substitution).map { $0 + 1 } : nil
        case .rangeLiteral(let isClosed, let kind, let natural):
            let nominal: NominalType = isClosed ? .closedRange : .range
            if let own = target.wrapped ?? Optional(target), own.nominal === nominal, own.isConcrete {
                return literalCost(isInteger: kind == .integer, own.arguments[0], &substitution)
            }
            return natural.flatMap { typeCost($0.type, target, &substitution) }
        case .contextual(let natural):
            if let natural, let cost = typeCost(natural.type, target, &substitution) { return cost }
            // A path that can be written through may be given where one is only read.
            if let natural, isKeyPath(target), isKeyPath(natural.type) { return 3 }
            if target.function != nil || isKeyPath(target) { return 0 }
            if isErasedKeyPath(target) { return 4 }
            if natural != nil, target.isConcrete, !convertibleLiteral(target) { return nil }
            return 6
        case .array(let elements, .some(let natural)):
            return typeCost(natural.type, target, &substitution)
                ?? arrayCost(elements, target, &substitution)
        case .array(let elements, _):
            return arrayCost(elements, target, &substitution)
        case .integerLiteral, .floatLiteral:
            var isInteger = false
            if case .integerLiteral = form { isInteger = true }
            return literalCost(isInteger: isInteger, target, &substitution)
        case .stringLiteral:
            if target === Type.string { return 0 }
            if target === Type.character { return 2 }
            if let wrapped = target.wrapped {
                return cost(of: form, for: wrapped, &substitution).map { $0 + 6 }
            }
            if case .parameter = target.kind { return typeCost(.string, target, &substitution).map { _ in 1 } }
            if literalInitializer("stringLiteral", target) != nil { return target.nominal?.isDeclaredByCell ?? false ? 1 : 3 }
            return convertible(.string, to: target) ? 4 : nil
        case .none:
            return target.wrapped != nil ? 0 : nil
        case .closure(_, let named, let dollars):
            let function = target.function ?? target.wrapped?.function
            guard let function else { return nil }
            let spread = function.parameters.count == 1 ? function.parameters[0].type.tupleElements?.count ?? 0 : 0
            if let named, named != function.parameters.count, named != spread { return nil }
            if named == nil, dollars > max(function.parameters.count, spread) { return nil }
            if named == nil, dollars == 0, function.parameters.count > 0 { return 3 }
            return target.function != nil ? 0 : 1
        case .implicitMember(let name):
            let base = target.wrapped ?? target
            guard base.nominal != nil || base.isExistential else { return nil }
            return hasStaticMember(name, of: base) ? (target.wrapped == nil ? 0 : 1) : nil
        case .address:
            return 0
        case .emptyDictionary:
            let base = target.wrapped ?? target
            if base.nominal === NominalType.dictionary { return 1 }
            if case .parameter = base.kind { return 6 }
            return literalInitializer("dictionaryLiteral", base) != nil ? 3 : nil
        }
    }

    private func literalCost(isInteger: Bool, _ target: Type, _ substitution: inout Substitution) -> Int? {
        switch target.nominal?.form {
        case .int: return isInteger ? 0 : nil
        case .double: return isInteger ? 1 : 0
        case .float: return isInteger ? 2 : 1
        case .fixedInteger: return isInteger ? 2 : nil
        case .optional:
            return literalCost(isInteger: isInteger, target.arguments[0], &substitution).map { $0 + 6 }
        default: break
        }
        // A literal that is what it is by itself comes before one that becomes something else.
        if case .parameter = target.kind { return typeCost(isInteger ? .int : .double, target, &substitution).map { _ in 0 } }
        if literalInitializer(isInteger ? "integerLiteral" : "floatLiteral", target) != nil { return 3 }
        return convertible(isInteger ? .int : .double, to: target) ? 5 : nil
    }

    private func typeCost(_ from: Type, _ target: Type, _ substitution: inout Substitution) -> Int? {
        if from === target { return 0 }
        if !target.isConcrete {
            if unify(target, from, &substitution) {
                // `[T]` says more than `T`, and both say more than what the value must become first.
                if case .parameter = target.kind { return 2 }
                return 1
            }
            if let wrapped = target.wrapped {
                return typeCost(from, wrapped, &substitution).map { $0 + 2 }
            }
            return nil
        }
        guard convertible(from, to: target) else { return nil }
        // What becomes an optional is further away than what becomes an `Any`.
        if target.wrapped != nil { return from.wrapped == nil ? 6 : 3 }
        if case .existential = target.kind { return 5 }
        return 1
    }

    /// What a ternary of literals, or a dictionary literal, could still become.
    private func convertibleLiteral(_ type: Type) -> Bool {
        let base = type.wrapped ?? type
        if base.isExistential || base.arrayElement != nil { return true }
        switch base.nominal?.form {
        case .int, .double, .float, .fixedInteger, .string, .character, .dictionary, .set: return true
        default: return literalInitializer("dictionaryLiteral", base) != nil || literalInitializer("integerLiteral", base) != nil
        }
    }

    private func arrayCost(_ elements: [Node], _ target: Type, _ substitution: inout Substitution) -> Int? {
        if let wrapped = target.wrapped { return arrayCost(elements, wrapped, &substitution).map { $0 + 2 } }
        let setElement = target.nominal === NominalType.set ? target.arguments[0] : nil
        guard let element = target.arrayElement ?? setElement else {
            if case .parameter = target.kind { return 6 }
            return literalInitializer("arrayLiteral", target) != nil ? 3 : nil
        }
        var total = 0
        for node in elements {
            guard let cost = cost(of: form(of: node), for: element, &substitution) else { return nil }
            total = max(total, cost)
        }
        return total + (setElement == nil ? 1 : 2)
    }
}

extension ClosureExprSyntax {
    /// How many parameters the closure names; nil when it names none.
    var parameterCount: Int? {
        guard let clause = signature?.parameterClause else { return nil }
        switch clause {
        case .simpleInput(let names): return names.count
        case .parameterClause(let clause): return clause.parameters.count
        }
    }

    /// The highest `$n` used in the closure itself, −1 for none.
    var highestDollar: Int {
        let finder = DollarFinder(viewMode: .sourceAccurate)
        finder.walk(statements)
        return finder.highest
    }
}

private final class DollarFinder: SyntaxVisitor {
    var highest = -1

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        .skipChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if case .dollarIdentifier(let text) = token.tokenKind {
            // Nobody names so many; a number beyond is as wrong as this one, and is counted with.
            highest = max(highest, min(Int(text.dropFirst()) ?? 9_999, 9_999))
        }
        return .skipChildren
    }
}

extension ExprSyntax {
    /// Where an expression begins that starts with a dot: `.red`, or that of `.red.mixed(with: .blue)`.
    var implicitRoot: MemberAccessExprSyntax? {
        var here = self
        while true {
            switch here.as(ExprSyntaxEnum.self) {
            case .memberAccessExpr(let member):
                guard let base = member.base else { return member }
                here = base
            case .functionCallExpr(let call): here = call.calledExpression
            case .subscriptCallExpr(let call): here = call.calledExpression
            case .forceUnwrapExpr(let unwrap): here = unwrap.expression
            default: return nil
            }
        }
    }
}
