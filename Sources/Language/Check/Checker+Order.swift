import SwiftSyntax

/// In which order errors are told: as the compiler finds them.
extension Checker {
    /// What the compiler looks for only where names and types are right: what has a value when it is used, whether a
    /// function returns, what overlaps, what constants overflow.
    private static let ofFlow = [
        "before being initialized", "may only be initialized once", "without initializing all stored properties", "not initialized at", "before all stored properties",
        "before all members were initialized", "'super.init'", "'self.init'", "missing return in", "body must not fall through", "overlapping accesses", "not allowed to alias",
        "results in an overflow", "division by zero", "overflows when stored into", "escaping closure captures", "closure captures",
    ]

    /// Declarations and what stands at the top come first, then the bodies of functions, then what a body does in which
    /// order; each by place, and each place and message once.
    static func asCompiled(_ diagnostics: [Diagnostic], in tree: SourceFileSyntax) -> [Diagnostic] {
        inOrder(diagnostics).enumerated().map { (phase(of: $1, in: tree), $0, $1) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private static func phase(of diagnostic: Diagnostic, in tree: SourceFileSyntax) -> Int {
        if ofFlow.contains(where: { diagnostic.message.contains($0) }) { return 2 }
        var current = tree.token(at: AbsolutePosition(utf8Offset: diagnostic.range.start)).map(Syntax.init)
        while let here = current {
            if here.isFunctionBody { return 1 }
            current = here.parent
        }
        return 0
    }
}

extension Syntax {
    /// The braces behind a function's, initialiser's or accessor's head, with what is in them.
    fileprivate var isFunctionBody: Bool {
        if let block = self.as(AccessorBlockSyntax.self) {
            if case .getter = block.accessors { return true }
            return false
        }
        guard self.is(CodeBlockSyntax.self), let parent else { return false }
        return parent.is(FunctionDeclSyntax.self) || parent.is(InitializerDeclSyntax.self) || parent.is(DeinitializerDeclSyntax.self) || parent.is(AccessorDeclSyntax.self)
    }
}
