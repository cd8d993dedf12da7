internal import Tensors

/// Shows a value: a figure as a file beside the program's output, everything else as text. With an identifier it can be
/// replaced by ``updateDisplay(_:id:)`` where that can be seen.
public func display(_ value: Any, id: String? = nil) {
    orEnded { Output.sink.display(try NotebookProgram.bundle(of: value), id: id) }
}

/// Replaces what was shown under an identifier.
public func updateDisplay(_ value: Any, id: String) {
    orEnded { Output.sink.updateDisplay(try NotebookProgram.bundle(of: value), id: id) }
}

/// Takes away what was shown, at once or when the next output comes, where that is possible.
public func clearOutput(wait: Bool = false) {
    Output.sink.clearOutput(wait: wait)
}
