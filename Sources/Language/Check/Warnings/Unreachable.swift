import SwiftSyntax

extension Checker {
    /// Says of a statement that no way leads to it.
    func warnUnreachable(_ item: CodeBlockItemSyntax, after previous: CodeBlockItemSyntax?) {
        guard let previous, case .stmt(let statement) = previous.item, let word = statement.jumpWord else {
            warn("will never be executed", at: item.sourceRange)
            return
        }
        warn("code after '\(word)' will never be executed", at: item.sourceRange)
    }
}

extension StmtSyntax {
    /// The word of a statement that leaves its block.
    fileprivate var jumpWord: String? {
        switch self.as(StmtSyntaxEnum.self) {
        case .returnStmt: "return"
        case .breakStmt: "break"
        case .continueStmt: "continue"
        case .throwStmt: "throw"
        default: nil
        }
    }
}
