internal import SwiftSyntax

/// Cells as the parts of one compiled program, in their order: what a cell may leave out is written out, and a name
/// that a later cell declares again gets a name of its own from there on.
///
///     let cells = CellTranslation(table: table).translate(sources)
///
/// Needs a thread with a large stack, as checking has.
package final class CellTranslation {
    /// A cell as it stands in the program.
    package struct Translated: Sendable {
        package let text: String
        /// The value of the last expression is shown.
        package let showsResult: Bool
    }

    /// The name of what a program shows a cell's last value with.
    package static let showFunction = "NotebookProgram.show"

    /// A cell that is right, and what its names mean.
    struct Part {
        let parsed: ParsedCell
        let cell: CheckedCell
        /// Measured many times over: what it declares, it declares for itself.
        let isRepeated: Bool
        let references: [ProgramNames.Reference]
        let types: [(name: String, range: SourceRange)]
    }

    private let environment: Environment

    package init(table: DeclarationTable) {
        environment = Environment(table: table)
    }

    /// Translates a notebook's cells.
    ///
    /// All of them are read before one is written, since what a later cell does to a name decides how an earlier one
    /// declares it.
    ///
    /// - Returns: each cell's text in the program, or what is wrong with it.
    package func translate(_ sources: [SourceText]) -> [Result<Translated, Diagnostics>] {
        let names = ProgramNames(environment.table, sources)
        let read: [Result<Part, Diagnostics>] = sources.enumerated().map { index, source in
            let (parsed, messages) = parse(source)
            guard let parsed else { return .failure(Diagnostics(all: messages)) }
            switch environment.check(parsed.tree, source) {
            case .failure(let problems): return .failure(problems)
            case .success(let cell):
                let isRepeated = parsed.commands.contains { $0.name == "timeit" }
                let part = names.add(parsed, cell, isRepeated: isRepeated, at: index, session: environment.session.entities)
                if !isRepeated { environment.assume(cell.declared) }
                return .success(part)
            }
        }
        names.decide()
        return read.enumerated().map { index, part in
            part.flatMap { part in
                if let problem = names.problems[index] { return .failure(Diagnostics(all: [problem])) }
                return .success(text(of: part, at: index, names))
            }
        }
    }

    private func text(of part: Part, at index: Int, _ names: ProgramNames) -> Translated {
        let tree = part.parsed.tree
        var edits = TextEdits(part.parsed.source)
        comment(part.parsed.commands, in: part.parsed.source, &edits)
        names.write(part, at: index, &edits)
        for range in part.cell.impliedTries {
            if let start = Self.placeForTry(range, in: tree) { edits.insertTry(at: start) }
        }
        DroppedArguments.of(tree) { edits.replace($0, with: "") }
        let last = tree.statements.last.flatMap(\.plainExpression)
        let shows = !part.cell.main.result.isVoid && last != nil && !part.isRepeated
        if shows, let last { edits.wrap(last.sourceRange, in: Self.showFunction + "(", ")") }
        let text = edits.text
        return Translated(text: part.isRepeated ? "do {\n" + text + "\n}" : text, showsResult: shows)
    }

    // MARK: try

    /// Where the `try` of a call stands: in front of the whole expression that it is part of.
    private static func placeForTry(_ range: SourceRange, in tree: SourceFileSyntax) -> Int? {
        guard let token = tree.token(at: AbsolutePosition(utf8Offset: range.start)) else { return nil }
        var node = Syntax(token)
        var outermost: ExprSyntax?
        while let parent = node.parent {
            if parent.is(CodeBlockItemSyntax.self) || parent.is(ClosureExprSyntax.self) { break }
            if parent.is(IfExprSyntax.self) || parent.is(SwitchExprSyntax.self) || parent.is(ForStmtSyntax.self) { break }
            if parent.is(InitializerClauseSyntax.self) || parent.is(StmtSyntax.self) || parent.is(ConditionElementSyntax.self) { break }
            if parent.is(TryExprSyntax.self) { return nil }
            if let expression = parent.as(ExprSyntax.self) { outermost = expression }
            node = parent
        }
        return (outermost?.sourceRange ?? range).start
    }

    // MARK: Line commands

    /// Line commands become comments; the code on their line moves to the next.
    private func comment(_ commands: [LineCommand], in source: SourceText, _ edits: inout TextEdits) {
        for command in commands {
            edits.insert("// ", at: command.range.start)
            var end = command.range.end
            while end < source.utf8.count, source.utf8[end] == UInt8(ascii: " ") || source.utf8[end] == UInt8(ascii: "\t") { end += 1 }
            if end < source.utf8.count, source.utf8[end] != UInt8(ascii: "\n"), source.utf8[end] != UInt8(ascii: "\r") {
                edits.insert("\n", at: end)
            }
        }
    }
}
