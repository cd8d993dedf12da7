package import SwiftSyntax

/// A cell that was found right: what is to run, and what it makes known.
package struct CheckedCell {
    /// The cell's top level. Its result is the value to show, where the last statement is an expression.
    package let main: Function
    /// All functions of the cell, the top level not among them; to be compiled before it runs.
    package let functions: [Function]
    /// What the cell makes known, by name.
    package let declared: [String: Entity]
    /// What of other cells it looks at and changes.
    package let uses: CellUses
    /// Its declarations as they were written, in order.
    package let declarations: [DeclarationSource]
    package let warnings: [Diagnostic]
    /// Where a compiled program needs a `try` that a cell may leave out.
    package var impliedTries: [SourceRange] = []
}

extension Environment {
    /// Checks a cell. Nothing changes in the session until `adopt`.
    ///
    /// - Returns: the cell, or what is wrong with it.
    package func check(_ tree: SourceFileSyntax, _ source: SourceText, showsResult: Bool = true) -> Result<CheckedCell, Diagnostics> {
        undoingFailure { Checker(environment: self, source: source).checkCell(tree, showsResult: showsResult) }
    }

    /// Makes known what a cell declared; of its variables those that got their value.
    ///
    /// - Returns: the names.
    @discardableResult
    package func adopt(_ cell: CheckedCell) -> Set<String> {
        var known: Set<String> = []
        for (name, entity) in cell.declared {
            if case .global(let global) = entity, !global.isInitialized { continue }
            session.entities[name] = entity
            known.insert(name)
        }
        sources.add(cell)
        // The scopes of what it declares know the top level, and that all the variables of the cell.
        cell.main.retire()
        cell.main.code = CodeReference()
        for dispatch in dispatches { dispatch.object?.forget() }
        return known
    }

    /// Forgets what cells declared.
    package func forgetSession() {
        session.entities = [:]
        sources.removeAll()
    }
}

/// What is wrong with a cell, all of it.
package struct Diagnostics: Error {
    package let all: [Diagnostic]
    /// What the cell would have made known, as far as that could be found, and what it looks at.
    package var declared: [String: Entity] = [:]
    package var uses = CellUses()

    package init(all: [Diagnostic]) { self.all = all }
}

extension Checker {
    func checkCell(_ tree: SourceFileSyntax, showsResult: Bool) -> Result<CheckedCell, Diagnostics> {
        let (main, cell) = begin()
        noteLaterNames(tree.statements)
        if tree.statements.contains(where: \.isExtension) { environment.forgetConformances(includingLibrary: false) }
        hoist(tree.statements)
        var body: [Statement] = []
        let items = Array(tree.statements)
        for (index, item) in items.enumerated() {
            if index == items.count - 1, showsResult, let expression = item.plainExpression {
                result(expression, main, into: &body)
            } else {
                statement(item, into: &body)
            }
            if flow.isUnreachable { flow.isUnreachable = false }
        }
        closeDefers(from: 0, into: &body)
        main.body = body
        finishPending()
        reportEarlyCaptures()
        reportUnknownMembers()
        checkUnusedBodies()
        environment.made.note(functions, cell)
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else {
            supersedeLaterVariables()
            // Warnings wait until the cell is right.
            var shown = diagnostics.filter { $0.severity != .warning && !(supersededRanges.contains($0.range.start) && $0.message.contains("initialized")) }
            if shown.isEmpty { shown = errors }
            var problems = Diagnostics(all: Array(Checker.asCompiled(shown, in: tree).prefix(Checker.mostDiagnostics)))
            problems.declared = cell.entities
            problems.uses = uses
            return .failure(problems)
        }
        warnHiddenLibrary()
        diagnostics += UnusedVariables.warnings(of: [main] + functions, in: source)
        uses.finish(main, functions)
        return .success(
            CheckedCell(
                main: main, functions: functions, declared: cell.entities, uses: uses,
                declarations: DeclarationSource.all(in: tree, source),
                warnings: Array(Checker.inOrder(diagnostics).prefix(Checker.mostDiagnostics)), impliedTries: impliedTries))
    }

    /// Checks the bodies that are still to be checked, and makes what the machine calls by itself.
    func finishPending() {
        while true {
            if !pending.isEmpty {
                pending.removeFirst()()
            } else if !pendingOfInstances.isEmpty {
                pendingOfInstances.removeFirst()()
            } else if !unrealized.isEmpty {
                realizeNext()
            } else {
                break
            }
        }
    }

    /// The function and scope of the cell's top level.
    func begin() -> (Function, Scope) {
        let main = Function(name: "", source: source, range: SourceRange(start: 0, end: source.utf8.count))
        let cell = Scope(parent: environment.session, function: main)
        cellScope = cell
        scope = cell
        function = main
        isTopLevel = true
        return (main, cell)
    }

    /// More help nobody.
    private static let mostDiagnostics = 20

    /// By place, each place and message once.
    static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: [Diagnostic] = []
        for one in diagnostics where !seen.contains(where: { $0.message == one.message && $0.range == one.range }) { seen.append(one) }
        return seen.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    }

    /// The last expression of a cell: its value is what the cell shows.
    private func result(_ expression: ExprSyntax, _ main: Function, into body: inout [Statement]) {
        let before = errorCount
        let value = check(Node(expression), expected: nil)
        if errorCount > before || value.type.isError { return }
        if case .never = value.type.kind {
            body.append(Statement(.expression(value), value.range))
            return
        }
        if case .metatype = value.type.kind {
            error("expected a value, not the type '\(expression.trimmedDescription)'", at: value.range, help: "write '\(expression.trimmedDescription)(…)' to make one")
            return
        }
        if value.type.isVoid || isDiscardable(value) {
            body.append(Statement(.expression(value.type.isVoid ? value : Expression(.discard(value), .void, value.range)), value.range))
            return
        }
        main.result = value.type
        body.append(Statement(.return(value), value.range))
    }

    /// A call made for what it does: its value is not shown.
    private func isDiscardable(_ value: Expression) -> Bool {
        guard case .callNative(let native, _, _) = value.kind else { return false }
        return native.isDiscardable
    }

    /// Names that statements further down declare, for a message that says so.
    private func noteLaterNames(_ items: CodeBlockItemListSyntax) {
        for item in items {
            if case .decl(let declaration) = item.item, let function = declaration.as(FunctionDeclSyntax.self) {
                laterFunctions[Checker.plainName(function.name.text), default: []].append(function)
            }
            guard case .decl(let declaration) = item.item, let variable = declaration.as(VariableDeclSyntax.self) else { continue }
            for binding in variable.bindings {
                if let name = binding.pattern.as(IdentifierPatternSyntax.self), environment.session.entities[name.identifier.text] == nil {
                    declaredLater.insert(name.identifier.text)
                    laterBindings[name.identifier.text] = binding
                }
            }
        }
    }
}

extension CodeBlockItemSyntax {
    var isExtension: Bool {
        if case .decl(let declaration) = item { declaration.is(ExtensionDeclSyntax.self) } else { false }
    }

    /// The expression of an item that is nothing else: neither an assignment nor a branch.
    var plainExpression: ExprSyntax? {
        guard case .expr(let expression) = item, !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self) else { return nil }
        return expression
    }
}

extension Environment {
    /// Makes names known without running the cell that declares them.
    package func assume(_ declared: [String: Entity]) {
        for (name, entity) in declared { session.entities[name] = entity }
    }
}
