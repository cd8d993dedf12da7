internal import Bindings
internal import Language

/// Completion and inspection.
extension SessionCore {
    func complete(_ text: String, at offset: Int) -> Completions {
        guard let interpreter else { return Completions(items: [], replaced: offset..<offset) }
        if let commands = CommandCompletion(text, offset) { return commands.completions }
        return names.withLock {
            let offers = interpreter.complete(SourceText(name: "", text: text), at: CodePoints.utf8(offset, in: text))
            return Completions(
                items: offers.items.map { Completions.Item(text: $0.text, kind: $0.kind, signature: $0.signature) },
                replaced: CodePoints.count(offers.replaced.start, in: text)..<CodePoints.count(offers.replaced.end, in: text))
        }
    }

    /// - Parameter onCellThread: runs something there when no cell does; nil otherwise. Values belong to that thread.
    func inspect(_ text: String, at offset: Int, detail: Int, onCellThread: (@escaping @Sendable () -> String) -> String?) -> DisplayData? {
        guard let found = description(in: text, at: CodePoints.utf8(offset, in: text), detail: detail) else { return nil }
        var value: String?
        if let global = found.global {
            value = onCellThread { [self] in self.value(of: global) } ?? "the value is not shown while a cell runs"
        }
        return DisplayData([
            DisplayData.Representation(mimeType: "text/plain", content: found.text(withValue: value)),
            DisplayData.Representation(mimeType: "text/markdown", content: found.markdown(withValue: value)),
        ])
    }

    /// What is known of the name at a place, with its examples.
    ///
    /// - Parameter offset: in UTF-8.
    func description(in text: String, at offset: Int, detail: Int) -> Interpreter.Description? {
        guard let interpreter else { return nil }
        return names.withLock {
            _ = library.tableWithExamples
            return interpreter.inspect(SourceText(name: "", text: text), at: offset, detail: detail)
        }
    }

    private func value(of global: Global) -> String {
        guard let interpreter, global.isInitialized else { return "no value yet" }
        let summary = library.summary(of: UnsafePointer(global.slots), global.type, interpreter.machine, withPreview: true)
        let size = [summary.shape.isEmpty ? "" : "shape \(summary.shape)", Quantity.text(bytes: summary.bytes)].filter { !$0.isEmpty }
        return "\(size.joined(separator: ", "))\nvalue: \(summary.preview)"
    }
}
