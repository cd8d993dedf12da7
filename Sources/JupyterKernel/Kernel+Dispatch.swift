internal import JSON
internal import JupyterMessaging
internal import Logging

extension Kernel {
    /// Answers a request, or hands it to the thread that does.
    func dispatch(_ request: Request) {
        if request.channel == .stdin {
            takeInput(request)
            return
        }
        switch request.type {
        case ExecuteRequest.messageType: enqueue(request)
        case CompleteRequest.messageType: assist(request, complete)
        case InspectRequest.messageType: assist(request, inspect)
        case IsCompleteRequest.messageType: assist(request, judge)
        case HistoryRequest.messageType: assist(request, on: historian, recall)
        case "kernel_info_request": answer(request) { self.outlet.reply(.kernelInfo, to: request) }
        case "connect_request":
            answer(request) { self.outlet.reply(ConnectReply(ports: self.ports), to: request) }
        case "usage_request":
            answer(request) { self.outlet.reply(self.usage.reply(), to: request) }
        case CommInfoRequest.messageType, CommOpen.messageType, CommMessage.messageType,
            CommClose.messageType:
            comms.add { self.hear(request) }
        case "create_subshell_request": answer(request) { self.createSubshell(request) }
        case DeleteSubshellRequest.messageType: answer(request) { self.deleteSubshell(request) }
        case "list_subshell_request": answer(request) { self.listSubshells(request) }
        case DebugMessages.requestType: debug(request)
        case "interrupt_request": answer(request) { self.interrupt(request) }
        case ShutdownRequest.messageType: shutDown(request)
        default: answer(request) { self.refuse(request) }
        }
    }

    /// Answers at once, between busy and idle.
    func answer(_ request: Request, _ body: () -> Void) {
        outlet.publish(StatusContent(.busy), parent: request.message)
        body()
        outlet.publish(StatusContent(.idle), parent: request.message)
    }

    /// Answers on the assistant's thread, or another worker's, between busy and idle.
    private func assist(
        _ request: Request, on worker: Worker? = nil, _ body: @escaping @Sendable (Request) throws(JSONError) -> Void
    ) {
        (worker ?? assistant).add {
            self.answer(request) {
                do throws(JSONError) {
                    try body(request)
                } catch {
                    self.refuse(request, because: error)
                }
            }
        }
    }

    private func enqueue(_ request: Request) {
        do throws(JSONError) {
            let content = try request.message.content.decoded(as: ExecuteRequest.self)
            queue(PendingCell(request: request, content: content))
        } catch {
            let content = ErrorContent(
                ename: "ProtocolError", evalue: "\(error)", traceback: ["ProtocolError: \(error)"])
            let count = executor.executionCount
            answer(request) {
                outlet.reply(
                    ExecuteErrorReply(executionCount: count, error: content), to: request)
            }
        }
    }

    private func takeInput(_ request: Request) {
        guard request.type == InputReply.messageType,
            let reply = try? request.message.content.decoded(as: InputReply.self)
        else {
            logger.warning("stdin: '\(request.type)' is no answer to a question; it was dropped")
            return
        }
        if !executor.answerInput(reply.value) {
            logger.info("stdin: an answer came that no cell waits for; it was dropped")
        }
    }

    /// Answers a request whose content is not what its type says.
    func refuse(_ request: Request, because error: JSONError) {
        guard let type = request.replyType else { return }
        logger.warning("\(request.channel.rawValue): '\(request.type)': \(error)")
        outlet.reply(
            ErrorReply(ename: "ProtocolError", evalue: "\(error)"), type: type, to: request)
    }

    /// Answers a request of a type that is not known.
    private func refuse(_ request: Request) {
        logger.warning("\(request.channel.rawValue): unknown message type '\(request.type)'")
        guard let type = request.replyType else { return }
        outlet.reply(
            ErrorReply(
                ename: "UnknownRequest", evalue: "this kernel does not know '\(request.type)'"),
            type: type, to: request)
    }
}

extension Request {
    /// The type of the answer; nil where the message is none that is answered.
    var replyType: String? {
        let suffix = "_request"
        guard type.hasSuffix(suffix) else { return nil }
        return type.dropLast(suffix.count) + "_reply"
    }
}
