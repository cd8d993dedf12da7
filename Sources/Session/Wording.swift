internal import Language

/// Errors as frontends show them.
enum Wording {
    static func error(_ diagnostics: [Diagnostic], in source: SourceText) -> CellError {
        let first = diagnostics.first { $0.severity == .error }
        return CellError(
            name: "CompileError", message: first?.message ?? "the cell has errors",
            traceback: render(diagnostics, in: source))
    }

    static func error(_ fault: RuntimeFault) -> CellError {
        CellError(
            name: fault.kind.name, message: fault.message,
            traceback: renderTraceback(
                message: fault.message,
                frames: fault.frames.map {
                    TraceFrame(source: $0.source, range: $0.range, function: $0.function)
                }, help: fault.help))
    }
}

extension RuntimeFault {
    /// The same fault at other places.
    func at(_ frames: [Frame]) -> RuntimeFault {
        var fault = self
        fault.frames = frames
        return fault
    }
}
