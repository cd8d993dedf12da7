internal import Bindings
internal import Comms
internal import Language

/// Work on the cells' thread that is no cell: it is done between cells, or while the running cell is held at a place
/// where all values are in order.
extension SessionCore {
    /// Does what waits. Called on the cells' thread, by the machine while a cell is held, or when none runs.
    func receiveVisitors() {
        while let visitor = visitors.next() { visitor() }
    }

    /// Has `visitor` done as soon as can be; `cells` is the thread of the cells. False when that has ended.
    func admit(_ visitor: @escaping @Sendable () -> Void, _ cells: WorkerThread) -> Bool {
        visitors.add(visitor)
        // Whoever comes first takes it: the cell that runs, or the thread once it has nothing else to do.
        Library.askForVisit()
        onVisitor?()
        return cells.post { [self] in receiveVisitors() }
    }

    /// Runs `body` with the output going to `host`, whether or not a cell is being held.
    func withVisitor<Outcome>(_ host: any CellHost, _ body: (SessionSink) -> Outcome) -> Outcome {
        guard let outer = sink, let outerHost = self.host else { return withOutput(host, body) }
        let sink = SessionSink(host: host, limit: configuration.outputLimit)
        library.use(sink)
        input.host = host
        defer {
            library.use(outer)
            input.host = outerHost
            // Too much output stops the visitor, not the cell that is held.
            if sink.overflow != nil { Library.clearInterrupt() }
        }
        return CommContext.$outlet.withValue(host as? any CommOutlet) {
            library.aside { body(sink) }
        }
    }

    /// Runs a cell while another one is held, if it only looks at what there is; nil where it has to wait.
    func executeBeside(_ text: String, name: String, silent: Bool, host: any CellHost) -> CellOutcome? {
        guard sink != nil else { return execute(text, name: name, silent: silent, host: host) }
        let source = SourceText(name: name, text: text)
        guard let interpreter, lineCommands(in: source).commands.isEmpty else { return nil }
        let prepared: Interpreter.Prepared
        do {
            prepared = try names.withLock { try interpreter.prepare(source, showsResult: !silent) }
        } catch let problems as Diagnostics {
            // Perhaps the cell that is held declares what is missing.
            return problems.uses.unknown.isEmpty ? .failed(Wording.error(problems.all, in: source)) : nil
        } catch {
            return .failed(Wording.error(RuntimeFault(error)))
        }
        guard prepared.onlyReads(beside: interpreter.environment), interpreter.compileBeside(prepared) else { return nil }
        return withVisitor(host) { sink in
            if !prepared.cell.warnings.isEmpty {
                sink.writeError(render(prepared.cell.warnings, in: source).joined(separator: "\n") + "\n")
            }
            do {
                defer { names.withLock { _ = interpreter.environment.adopt(prepared.cell) } }
                let result = try interpreter.execute(prepared)
                for figure in try library.takeOpenDisplays(except: result) { sink.display(figure, id: nil) }
                if let result, !silent {
                    sink.host.receive(.result(DisplayData(try library.present(result, interpreter.machine))))
                }
                return sink.overflow.map { .failed($0) } ?? .finished
            } catch {
                library.discardOpenDisplays()
                return .failed(limited(RuntimeFault(error), sink))
            }
        }
    }
}
