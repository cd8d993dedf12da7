/// Cells from text to result: parse, check, compile, run. What they declare is there for the next.
///
/// One thread at a time works with it.
package final class Interpreter {
    package let environment: Environment
    package let machine: Machine
    private let resolver: RuntimeResolver
    /// Runs what reads and changes the session's names while a cell runs; nothing else does meanwhile.
    package var exclusively: (() -> Void) -> Void {
        get { resolver.exclusively }
        set { resolver.exclusively = newValue }
    }

    package init(table: DeclarationTable, machine: Machine) {
        environment = Environment(table: table)
        self.machine = machine
        resolver = RuntimeResolver(environment, machine)
        machine.resolver = resolver
    }

    /// A cell that was parsed and checked.
    package struct Prepared {
        package let source: SourceText
        package let commands: [LineCommand]
        package let cell: CheckedCell
    }

    /// Parses and checks a cell; nothing of the session changes.
    ///
    /// - Throws: all that is wrong with it.
    package func prepare(_ source: SourceText, showsResult: Bool = true) throws(Diagnostics) -> Prepared {
        let (parsed, diagnostics) = parse(source)
        guard let parsed else { throw Diagnostics(all: diagnostics) }
        switch environment.check(parsed.tree, source, showsResult: showsResult) {
        case .success(let cell): return Prepared(source: source, commands: parsed.commands, cell: cell)
        case .failure(let problems): throw problems
        }
    }

    /// Runs a checked cell. Whatever happens, the variables that got their value are there afterwards.
    ///
    /// - Returns: the value of its last expression, if that is one.
    package func run(_ prepared: Prepared) throws(RuntimeFault) -> CellResult? {
        compile(prepared)
        defer { environment.adopt(prepared.cell) }
        return try execute(prepared)
    }

    /// Lets go of what earlier cells declared and nothing reaches any more. Nothing may have been prepared that is still
    /// to run.
    package func forgetUnreached() {
        if machine.activations.isEmpty { environment.forgetUnreached(machine) }
    }

    /// Compiles a checked cell.
    package func compile(_ prepared: Prepared) {
        machine.compile(prepared.cell.functions)
        machine.compileMain(prepared.cell.main)
    }

    /// Runs a compiled cell. What it declared is made known by `environment.adopt`, which has to follow.
    package func execute(_ prepared: Prepared) throws(RuntimeFault) -> CellResult? {
        try machine.runCompiled(prepared.cell.main)
    }
}
