internal import SwiftSyntax

/// How a cell spells the two operands of a call, for messages that speak of both.
struct OperandNames {
    let operation: String
    let first: String?
    let second: String?

    /// A longer operand, or one over several lines, is not repeated in a message.
    private static let longest = 32

    /// The call that stands at a place: an operator, a function of two values, or a method of one; nil for anything else.
    init?(at range: SourceRange, in source: SourceText) {
        guard range.start >= 0, range.start < range.end, range.end <= source.utf8.count else { return nil }
        let tree = syntaxTree(of: Array(source.utf8[range.start..<range.end]))
        guard tree.statements.count == 1, case .expr(let expression)? = tree.statements.first?.item else { return nil }
        func text(of syntax: some SyntaxProtocol) -> String? {
            let text = syntax.trimmedDescription
            return text.utf8.count <= Self.longest && !text.utf8.contains(UInt8(ascii: "\n")) ? "'\(text)'" : nil
        }
        if let sequence = expression.as(SequenceExprSyntax.self) {
            var folder = SequenceFolder(sequence)
            guard case .binary(let name, _, let left, let right) = folder.fold() else { return nil }
            operation = name
            func operand(_ node: Node) -> String? {
                let (start, end) = (range.start + node.range.start, range.start + node.range.end)
                guard node.range.start >= 0, start < end, end <= source.utf8.count, end - start <= Self.longest else { return nil }
                let text = String(decoding: source.utf8[start..<end], as: UTF8.self)
                return text.contains("\n") ? nil : "'\(text)'"
            }
            (first, second) = (operand(left), operand(right))
            return
        }
        guard let call = expression.as(FunctionCallExprSyntax.self), call.trailingClosure == nil else { return nil }
        let arguments = Array(call.arguments)
        if let member = call.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base, arguments.count == 1 {
            operation = member.declName.baseName.text
            (first, second) = (text(of: base), text(of: arguments[0].expression))
        } else if let function = call.calledExpression.as(DeclReferenceExprSyntax.self), arguments.count == 2 {
            operation = function.baseName.text
            (first, second) = (text(of: arguments[0].expression), text(of: arguments[1].expression))
        } else {
            return nil
        }
    }
}

/// An error of the library about two operands, which can name them as the cell does.
package protocol OperandFault: FaultConvertible {
    /// The operation as cells call it; nil for errors that are not about two operands.
    var operandsOperation: String? { get }
    /// The message with these names for the operands.
    func faultMessage(naming first: String, _ second: String) -> String
}

extension RuntimeFault {
    /// What a message needs to be put again with the operands' names.
    struct Naming: Sendable {
        let operation: String
        let message: @Sendable (_ first: String, _ second: String) -> String

        init?(_ error: any Error) {
            guard let error = error as? any OperandFault, let operation = error.operandsOperation else { return nil }
            self.operation = operation
            message = { error.faultMessage(naming: $0, $1) }
        }
    }

    /// Puts the operands' names into the message, once the place is known where the operation was called.
    mutating func nameOperands() {
        guard let naming, let frame = frames.first else { return }
        self.naming = nil
        guard let names = OperandNames(at: frame.range, in: frame.source),
            names.operation == naming.operation || names.operation == naming.operation + "=",
            names.first != nil || names.second != nil
        else { return }
        message = naming.message(names.first ?? "the first", names.second ?? "the second")
    }
}
