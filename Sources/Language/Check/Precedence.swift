import SwiftParser
import SwiftSyntax

/// Swift's precedence groups, strongest first. `foldAll` of swift-syntax costs six times the parse, so expressions
/// are folded here while they are checked.
enum Precedence {
    struct Group {
        let level: Int
        let associativity: Associativity
    }

    enum Associativity {
        case left, right, none
    }

    static func group(of name: String) -> Group? {
        switch name {
        case "<<", ">>", "&<<", "&>>": Group(level: 160, associativity: .none)
        case "*", "/", "%", "&*", "&": Group(level: 150, associativity: .left)
        case "+", "-", "&+", "&-", "|", "^": Group(level: 140, associativity: .left)
        case "...", "..<": Group(level: 135, associativity: .none)
        case "is", "as": Group(level: 132, associativity: .left)
        case "??": Group(level: 131, associativity: .right)
        case "<", "<=", ">", ">=", "==", "!=", "===", "!==", "~=", ".==", ".!=", ".<", ".<=", ".>",
            ".>=":
            Group(level: 130, associativity: .none)
        case "&&", ".&", ".&&": Group(level: 120, associativity: .left)
        case "||", ".|", ".^", ".||": Group(level: 110, associativity: .left)
        case "?": Group(level: 100, associativity: .right)
        case "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*=",
            "&<<=", "&>>=":
            Group(level: 90, associativity: .right)
        default: nil
        }
    }
}

/// An expression with its operators grouped.
indirect enum Node {
    case syntax(ExprSyntax)
    case binary(name: String, operator: ExprSyntax, Node, Node)
    case ternary(Node, ExprSyntax, Node)
    case assign(Node, Node, operator: ExprSyntax)
    case isType(Node, TypeSyntax)
    case cast(Node, TypeSyntax, mark: TokenSyntax?)
    /// Operators that do not go together, or that nobody declared.
    case invalid(message: String, SourceRange)
    /// `try` in front of what stands to its right.
    case attempt(Node, mark: TokenSyntax?, keyword: TokenSyntax)

    var range: SourceRange {
        switch self {
        case .syntax(let syntax): syntax.sourceRange
        case .invalid(_, let range): range
        case .binary(_, _, let left, let right), .assign(let left, let right, _),
            .ternary(let left, _, let right):
            SourceRange(start: left.range.start, end: right.range.end)
        case .isType(let node, let type), .cast(let node, let type, _):
            SourceRange(start: node.range.start, end: type.sourceRange.end)
        case .attempt(let node, _, let keyword):
            SourceRange(start: keyword.sourceRange.start, end: node.range.end)
        }
    }
}

/// Groups a sequence of operands and operators by precedence climbing.
struct SequenceFolder {
    private let elements: [ExprSyntax]
    private var index = 0
    /// An operator unknown to the language or used beside one it does not go with.
    private(set) var problem: (message: String, range: SourceRange)?

    init(_ sequence: SequenceExprSyntax) {
        elements = Array(sequence.elements)
    }

    mutating func fold() -> Node {
        climb(minimum: 0)
    }

    private mutating func operand() -> Node {
        guard index < elements.count else { return .syntax(elements[elements.count - 1]) }
        let element = elements[index]
        index += 1
        if let attempt = element.as(TryExprSyntax.self) {
            // `try` reaches over everything to its right.
            let first = Node(attempt.expression)
            let rest = climb(minimum: 95, left: first)
            return .attempt(rest, mark: attempt.questionOrExclamationMark, keyword: attempt.tryKeyword)
        }
        return Node(element)
    }

    private func name(of element: ExprSyntax) -> String {
        if let binary = element.as(BinaryOperatorExprSyntax.self) { return binary.operator.text }
        if element.is(AssignmentExprSyntax.self) { return "=" }
        if element.is(UnresolvedTernaryExprSyntax.self) { return "?" }
        if element.is(UnresolvedIsExprSyntax.self) { return "is" }
        if element.is(UnresolvedAsExprSyntax.self) { return "as" }
        if element.is(ArrowExprSyntax.self) { return "->" }
        return ""
    }

    private mutating func climb(minimum: Int, left first: Node? = nil) -> Node {
        var left = first ?? operand()
        var previousNonAssociative: Int?
        while index < elements.count {
            let element = elements[index]
            let name = name(of: element)
            guard let group = Precedence.group(of: name) else {
                if problem == nil {
                    problem = (
                        name == "->"
                            ? "a function type cannot stand here"
                            : "cannot find operator '\(name)' in scope", element.sourceRange
                    )
                }
                index += 1
                _ = operand()
                continue
            }
            if group.level < minimum { break }
            if group.associativity == .none, previousNonAssociative == group.level,
                problem == nil
            {
                problem = (
                    "adjacent operators are in non-associative precedence group\(Checker.comparisons.contains(name) ? " 'ComparisonPrecedence'" : ""); add parentheses",
                    element.sourceRange
                )
            }
            index += 1
            if let ternary = element.as(UnresolvedTernaryExprSyntax.self) {
                let otherwise = climb(minimum: group.level)
                left = .ternary(left, ternary.thenExpression, otherwise)
                continue
            }
            if element.is(UnresolvedIsExprSyntax.self) {
                left = .isType(left, typeOperand())
                continue
            }
            if let cast = element.as(UnresolvedAsExprSyntax.self) {
                left = .cast(left, typeOperand(), mark: cast.questionOrExclamationMark)
                continue
            }
            let right = climb(
                minimum: group.associativity == .right ? group.level : group.level + 1)
            if element.is(AssignmentExprSyntax.self) {
                left = .assign(left, right, operator: element)
            } else {
                left = .binary(name: name, operator: element, left, right)
            }
            previousNonAssociative = group.associativity == .none ? group.level : nil
        }
        return left
    }

    private mutating func typeOperand() -> TypeSyntax {
        defer { index += 1 }
        if index < elements.count, let type = elements[index].as(TypeExprSyntax.self) {
            return type.type
        }
        return TypeSyntax(IdentifierTypeSyntax(name: .identifier("_")))
    }
}

extension Node {
    /// Takes off parentheses and groups operators.
    init(_ syntax: ExprSyntax) {
        if let sequence = syntax.as(SequenceExprSyntax.self), let type = sequence.functionType {
            self = .syntax(ExprSyntax(TypeExprSyntax(type: type)))
        } else if let sequence = syntax.as(SequenceExprSyntax.self) {
            var folder = SequenceFolder(sequence)
            let node = folder.fold()
            if let problem = folder.problem {
                self = .invalid(message: problem.message, problem.range)
            } else {
                self = node
            }
        } else if let attempt = syntax.as(TryExprSyntax.self) {
            self = .attempt(
                Node(attempt.expression), mark: attempt.questionOrExclamationMark,
                keyword: attempt.tryKeyword)
        } else if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == 1,
            let only = tuple.elements.first, only.label == nil
        {
            self = Node(only.expression)
        } else {
            self = .syntax(syntax)
        }
    }
}

extension SequenceExprSyntax {
    /// `(Int) -> String`, which stands for a type in `[(Int) -> String]()`.
    fileprivate var functionType: TypeSyntax? {
        guard elements.contains(where: { $0.is(ArrowExprSyntax.self) }) else { return nil }
        // As far into a text of its own as it stands in the cell, so that errors are reported in their place.
        var parser = Parser(String(repeating: " ", count: sourceRange.start) + trimmedDescription)
        let written = TypeSyntax.parse(from: &parser)
        return written.hasError ? nil : written
    }
}
