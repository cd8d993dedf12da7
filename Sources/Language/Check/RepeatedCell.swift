package import SwiftSyntax

/// A cell as the body of a loop, for measuring how long it takes.
package struct RepeatedCell {
    package let cell: CheckedCell
    /// How often the next run goes through it.
    package let count: Global
}

extension Environment {
    /// Checks a cell whose statements are to be repeated; what it declares is local to each round.
    package func checkRepeated(_ tree: SourceFileSyntax, _ source: SourceText) -> Result<RepeatedCell, Diagnostics> {
        undoingFailure { Checker(environment: self, source: source).checkRepeated(tree) }
    }
}

extension Checker {
    func checkRepeated(_ tree: SourceFileSyntax) -> Result<RepeatedCell, Diagnostics> {
        let (main, _) = begin()
        let range = main.range
        let count = Global(name: "", type: .int, isMutable: true, range: range)
        // Another thread's or a function's: it is read once, before the first round.
        count.isUsedByFunction = true
        let counter = temporary(.int, range)
        let body = block(tree.statements)
        main.body = [
            Statement(
                .forRange(
                    Label(), counter, lower: Expression(.integer(0), .int, range),
                    upper: Expression(.global(count), .int, range), isClosed: false, body), range)
        ]
        finishPending()
        environment.made.note(functions, cellScope)
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return .failure(Diagnostics(all: Checker.inOrder(errors))) }
        uses.finish(main, functions)
        return .success(
            RepeatedCell(
                cell: CheckedCell(main: main, functions: functions, declared: [:], uses: uses, declarations: [], warnings: []),
                count: count))
    }
}

extension Interpreter {
    /// Checks and compiles a cell that is to be repeated.
    package func prepareRepeated(_ source: SourceText) throws(Diagnostics) -> RepeatedCell {
        let (parsed, diagnostics) = parse(source)
        guard let parsed else { throw Diagnostics(all: diagnostics) }
        switch environment.checkRepeated(parsed.tree, source) {
        case .success(let cell): return cell
        case .failure(let problems): throw problems
        }
    }

    package func compile(_ repeated: RepeatedCell) {
        machine.compile(repeated.cell.functions)
        machine.compileMain(repeated.cell.main)
    }

    /// Goes through the cell so many times.
    package func execute(_ repeated: RepeatedCell, times: Int) throws(RuntimeFault) {
        times.store(repeated.count.slots)
        repeated.count.isInitialized = true
        _ = try machine.runCompiled(repeated.cell.main)
    }
}
