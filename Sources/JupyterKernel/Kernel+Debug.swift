internal import JSON
internal import JupyterMessaging
internal import Session

// Questions to the debugger. They are answered on a thread of their own, because some wait for a cell to be held.
extension Kernel {
    /// Has a session's debugger tell the frontends of stops.
    func adoptDebugger(_ evaluator: any Evaluator) {
        guard let debugger = evaluator.debugger else { return }
        let adapter = DebugAdapter(debugger) { [outlet, lastDebugRequest] event in
            outlet.publish(event, type: DebugMessages.eventType, parent: lastDebugRequest.withLock { $0 })
        }
        debugAdapter.update { $0 = adapter }
    }

    func debug(_ request: Request) {
        debugAssistant.add { [self] in
            lastDebugRequest.withLock { $0 = request.message }
            answer(request) {
                do throws(JSONError) {
                    try answerDebugger(request)
                } catch {
                    refuse(request, because: error)
                }
            }
        }
    }

    private func answerDebugger(_ request: Request) throws(JSONError) {
        let question = try DebugRequest(request.message.content)
        _ = evaluator.wait()
        guard let adapter = debugAdapter.withLock({ $0 }) else {
            let failure = DebugRequestFailure("this evaluator has no debugger")
            outlet.reply(question.response(sequence: 0, .failure(failure)), type: DebugMessages.replyType, to: request)
            return
        }
        let result: Result<JSONValue, DebugRequestFailure>
        do throws(DebugRequestFailure) {
            result = .success(try adapter.answer(question))
        } catch {
            result = .failure(error)
        }
        outlet.reply(
            question.response(sequence: adapter.nextSequence, result), type: DebugMessages.replyType, to: request)
    }
}
