package import SwiftSyntax

/// Cells as the parts of one compiled program, in their order: what a cell may leave out is written out, and a name
/// that a later cell declares again gets a name of its own from there on.
///
///     let translation = CellTranslation(table: table, cells: sources)
///     let text = translation.add(source)
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

    private let environment: Environment
    /// How what earlier cells declared is called in the program; only where that is another name.
    private var names: [String: String] = [:]
    private var declared: Set<String> = []
    /// Identifiers of all cells: new names are none of these.
    private var taken: Set<String>
    private var members: [String: Set<String>] = [:]
    private var parents: [String: [String]] = [:]
    private var count = 0

    /// - Parameter cells: the texts of all cells that will be added.
    package init(table: DeclarationTable, cells: [String]) {
        environment = Environment(table: table)
        taken = Set(cells.flatMap { $0.split { !($0 == "_" || $0.isLetter || $0.isNumber) }.map(String.init) })
    }

    /// Translates the next cell.
    ///
    /// - Throws: what is wrong with it.
    package func add(_ source: SourceText) throws(Diagnostics) -> Translated {
        count += 1
        let (parsed, messages) = parse(source)
        guard let parsed else { throw Diagnostics(all: messages) }
        let isRepeated = parsed.commands.contains { $0.name == "timeit" }
        switch environment.check(parsed.tree, source) {
        case .failure(let problems): throw problems
        case .success(let cell):
            environment.assume(cell.declared)
            return translate(parsed, cell, isRepeated: isRepeated)
        }
    }

    private func translate(_ parsed: ParsedCell, _ cell: CheckedCell, isRepeated: Bool) -> Translated {
        for type in TypeMembers.all(in: parsed.tree) {
            members[type.name, default: []].formUnion(type.members)
            parents[type.name, default: []] += type.parents
        }
        var edits = TextEdits(parsed.source)
        comment(parsed.commands, in: parsed.source, &edits)
        rename(parsed, Set(cell.declared.keys), &edits)
        for range in cell.impliedTries {
            if let start = Self.placeForTry(range, in: parsed.tree) { edits.insertTry(at: start) }
        }
        DroppedArguments.of(parsed.tree) { edits.replace($0, with: "") }
        let last = parsed.tree.statements.last.flatMap(\.plainExpression)
        let shows = !cell.main.result.isVoid && last != nil && !isRepeated
        if shows, let last { edits.wrap(last.sourceRange, in: Self.showFunction + "(", ")") }
        var text = edits.text
        if isRepeated { text = "do {\n" + text + "\n}" }
        declared.formUnion(cell.declared.keys)
        return Translated(text: text, showsResult: shows)
    }

    // MARK: Names

    private func rename(_ parsed: ParsedCell, _ own: Set<String>, _ edits: inout TextEdits) {
        var new: [String: String] = [:]
        let references = NameReferences(declared: own) { [unowned self] in allMembers(of: $0) }
        references.walk(parsed.tree)
        let types = Dictionary(references.types.map { ($0.name, $0.range) }) { first, _ in first }
        var space: String?
        for name in own.sorted() where declared.contains(name) {
            if let range = types[name] {
                let kept = space ?? free("Cell", from: count)
                edits.insert((space == nil ? "enum " : "extension ") + kept + " {\n", at: range.start)
                edits.insert("\n}", after: range.end)
                space = kept
                new[name] = kept + "." + name
            } else {
                new[name] = free(name, from: 2)
            }
        }
        for place in references.places {
            let isNew = place.isOwn && own.contains(place.name)
            guard let name = isNew ? new[place.name] : names[place.name] else { continue }
            switch place.kind {
            case .reference: edits.replace(place.range, with: name)
            case .declaration: if types[place.name] == nil { edits.replace(place.range, with: name) }
            case .shorthandBinding, .capture: edits.insert(" = " + name, after: place.range.end)
            }
        }
        for name in own { names[name] = new[name] }
    }

    private func free(_ stem: String, from first: Int) -> String {
        var number = first
        while taken.contains("\(stem)\(number)") { number += 1 }
        taken.insert("\(stem)\(number)")
        return "\(stem)\(number)"
    }

    /// The members of a type of the library or of a cell, with those of what it inherits from.
    private func allMembers(of type: String) -> Set<String> {
        var result: Set<String> = []
        var seen: Set<String> = []
        var pending = [type]
        while let name = pending.popLast() {
            guard seen.insert(name).inserted else { continue }
            result.formUnion(members[name] ?? [])
            result.formUnion(environment.table.names(of: name))
            pending += parents[name] ?? []
            pending += (environment.table.conformances[name] ?? []).map(\.protocolName)
        }
        return result
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

/// `Tensor<Float>` is `Tensor`: the element type is a value.
private final class DroppedArguments: SyntaxVisitor {
    private let found: (SourceRange) -> Void

    init(_ found: @escaping (SourceRange) -> Void) {
        self.found = found
        super.init(viewMode: .sourceAccurate)
    }

    static func of(_ tree: SourceFileSyntax, _ found: (SourceRange) -> Void) {
        withoutActuallyEscaping(found) { DroppedArguments($0).walk(tree) }
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        if node.name.text == "Tensor", let clause = node.genericArgumentClause { found(clause.sourceRange) }
        return .visitChildren
    }

    override func visit(_ node: GenericSpecializationExprSyntax) -> SyntaxVisitorContinueKind {
        if node.expression.trimmedDescription == "Tensor" { found(node.genericArgumentClause.sourceRange) }
        return .visitChildren
    }
}

/// Changes to a text, made together at the end.
struct TextEdits {
    private let source: SourceText
    private var edits: [(range: Range<Int>, text: String, order: Int)] = []
    private var tries: Set<Int> = []

    init(_ source: SourceText) { self.source = source }

    mutating func replace(_ range: SourceRange, with text: String) {
        edits.append((range.start..<range.end, text, 1))
    }

    /// In front of what stands at a place.
    mutating func insert(_ text: String, at offset: Int) {
        edits.append((offset..<offset, text, 0))
    }

    /// Behind what ends at a place, and in front of what is inserted for what follows.
    mutating func insert(_ text: String, after offset: Int) {
        edits.append((offset..<offset, text, -2))
    }

    /// One `try` for all calls of an expression.
    mutating func insertTry(at offset: Int) {
        if tries.insert(offset).inserted { edits.append((offset..<offset, "try ", -1)) }
    }

    /// Puts a text in a call; a `try` in front of it stays there.
    mutating func wrap(_ range: SourceRange, in opening: String, _ closing: String) {
        insert(opening, at: range.start)
        insert(closing, after: range.end)
    }

    var text: String {
        var result: [UInt8] = []
        var position = 0
        for edit in edits.enumerated().sorted(by: { ($0.element.range.lowerBound, $0.element.order, $0.offset) < ($1.element.range.lowerBound, $1.element.order, $1.offset) }) {
            let range = edit.element.range
            guard range.lowerBound >= position else { continue }
            result += source.utf8[position..<range.lowerBound]
            result += Array(edit.element.text.utf8)
            position = range.upperBound
        }
        result += source.utf8[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
