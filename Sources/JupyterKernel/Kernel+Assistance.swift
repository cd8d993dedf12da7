internal import JSON
internal import JupyterMessaging
internal import Session

// Questions about code. They are answered on the assistant's thread.
extension Kernel {
    func complete(_ request: Request) throws(JSONError) {
        let content = try request.message.content.decoded(as: CompleteRequest.self)
        let offset = content.code.clamped(content.cursorPosition)
        let found = evaluator.wait().complete(content.code, at: offset)
        // JupyterLab shows kinds and signatures from here.
        let types = found.items.map { item -> JSONValue in
            [
                "start": .int(found.replaced.lowerBound), "end": .int(found.replaced.upperBound),
                "text": .string(item.text), "type": .string(item.kind),
                "signature": .string(item.signature),
            ]
        }
        outlet.reply(
            CompleteReply(
                matches: found.items.map(\.text), replaced: found.replaced,
                metadata: ["_jupyter_types_experimental": .array(types)]),
            to: request)
    }

    func inspect(_ request: Request) throws(JSONError) {
        let content = try request.message.content.decoded(as: InspectRequest.self)
        let offset = content.code.clamped(content.cursorPosition)
        let found = evaluator.wait().inspect(
            content.code, at: offset, detail: content.detailLevel ?? 0)
        outlet.reply(InspectReply(data: found?.json), to: request)
    }

    func judge(_ request: Request) throws(JSONError) {
        let content = try request.message.content.decoded(as: IsCompleteRequest.self)
        let reply =
            switch evaluator.wait().completeness(of: content.code) {
            case .complete: IsCompleteReply(.complete)
            case .incomplete(let indent): IsCompleteReply(.incomplete, indent: indent)
            case .invalid: IsCompleteReply(.invalid)
            }
        outlet.reply(reply, to: request)
    }

    func recall(_ request: Request) throws(JSONError) {
        let content = try request.message.content.decoded(as: HistoryRequest.self)
        let entries =
            switch content.access {
            case .tail: history.tail(content.count ?? 0)
            case .range:
                history.range(session: content.session ?? 0, lines: content.lines)
            case .search:
                history.search(
                    content.pattern ?? "*", count: content.count, unique: content.unique ?? false)
            }
        let rows = entries.map { entry -> JSONValue in
            let input = JSONValue.string(entry.input)
            let output = entry.output.map(JSONValue.string) ?? .null
            return [
                .int(entry.session), .int(entry.line), content.output ? [input, output] : input,
            ]
        }
        outlet.reply(HistoryReply(history: rows), to: request)
    }
}

extension HistoryRequest {
    /// The numbers of the cells that are asked for; without an end all that there are.
    fileprivate var lines: Range<Int> {
        let first = max(0, start ?? 0)
        return first..<max(first, stop ?? Int.max)
    }
}

extension String {
    /// The nearest place in the text, in code points.
    fileprivate func clamped(_ offset: Int) -> Int {
        Swift.min(Swift.max(0, offset), unicodeScalars.count)
    }
}
