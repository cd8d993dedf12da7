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
        guard let interpreter, lineCommands(in: source).commands.isEmpty,
            let preparation = prepareBeside(source, interpreter, showsResult: !silent)
        else { return nil }
        let prepared: Interpreter.Prepared
        switch preparation {
        case .success(let ready): prepared = ready
        case .failure(let error): return .failed(error)
        }
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
    /// The value of an expression while a cell is held, if it only looks at what there is; nil where it has to wait.
    func evaluateBeside(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError>? {
        guard sink != nil else { return evaluate(expression, host: host) }
        let source = SourceText(name: "expression", text: expression)
        guard let interpreter, let preparation = prepareBeside(source, interpreter, showsResult: true) else { return nil }
        return preparation.flatMap { prepared in
            withVisitor(host) { sink in
                do {
                    return .success(try value(of: prepared, interpreter))
                } catch {
                    return .failure(limited(RuntimeFault(error), sink))
                }
            }
        }
    }

    /// Checks and compiles what is to run while a cell is held. nil where it has to wait for the cell's end: it changes
    /// something, or names what the cell may yet declare.
    private func prepareBeside(
        _ source: SourceText, _ interpreter: Interpreter, showsResult: Bool
    ) -> Result<Interpreter.Prepared, CellError>? {
        do {
            let prepared = try names.withLock { try interpreter.prepare(source, showsResult: showsResult) }
            let isReady = prepared.onlyReads(beside: interpreter.environment) && interpreter.compileBeside(prepared)
            return isReady ? .success(prepared) : nil
        } catch let problems as Diagnostics {
            return problems.uses.unknown.isEmpty ? .failure(Wording.error(problems.all, in: source)) : nil
        } catch {
            return .failure(Wording.error(RuntimeFault(error)))
        }
    }
}
