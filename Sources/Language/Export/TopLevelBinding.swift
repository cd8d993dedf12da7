import SwiftSyntax

/// Where a statement of a cell's top level gives a name its value.
struct TopLevelBinding {
    /// The whole statement.
    let item: CodeBlockItemSyntax
    /// `let` or `var`.
    private let specifier: TokenSyntax?
    private let variable: VariableDeclSyntax?

    init?(of range: SourceRange, in tree: SourceFileSyntax) {
        guard let token = tree.token(at: AbsolutePosition(utf8Offset: range.start)) else { return nil }
        var node = Syntax(token)
        var specifier: TokenSyntax?
        var variable: VariableDeclSyntax?
        while let parent = node.parent {
            if let found = parent.as(VariableDeclSyntax.self) { (variable, specifier) = (found, found.bindingSpecifier) }
            if let found = parent.as(OptionalBindingConditionSyntax.self) { specifier = found.bindingSpecifier }
            if let found = parent.as(ValueBindingPatternSyntax.self) { specifier = found.bindingSpecifier }
            if let item = parent.as(CodeBlockItemSyntax.self) {
                (self.item, self.specifier, self.variable) = (item, specifier, variable)
                return
            }
            node = parent
        }
        return nil
    }

    /// A constant that gets another value later is a variable.
    func makeVariable(_ edits: inout TextEdits) {
        guard let specifier, specifier.text == "let" else { return }
        edits.replace(specifier.sourceRange, with: "var")
    }

    /// `let x: Int = 1` as `x = 1`.
    ///
    /// - Returns: false where the statement declares more than the one name.
    func replace(with name: String, _ edits: inout TextEdits) -> Bool {
        guard let variable, variable.bindings.count == 1, let binding = variable.bindings.first, binding.accessorBlock == nil,
            binding.pattern.is(IdentifierPatternSyntax.self)
        else { return false }
        let head = SourceRange(start: variable.sourceRange.start, end: (binding.typeAnnotation?.sourceRange ?? binding.pattern.sourceRange).end)
        if binding.initializer != nil {
            edits.replace(head, with: name)
        } else if binding.typeAnnotation?.type.is(OptionalTypeSyntax.self) == true, variable.bindingSpecifier.text == "var" {
            edits.replace(head, with: name + " = nil")
        } else {
            // It gets its value further down.
            edits.replace(head, with: "// \(name)")
        }
        return true
    }
}

extension SourceRange {
    func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}
