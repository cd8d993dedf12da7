internal import Comms
internal import JSON
internal import JupyterMessaging
internal import Logging

// What frontends do to comms. It is taken in on the comms' thread, in its order, also while a cell runs.
extension Kernel {
    /// Has an evaluator's comms go to the frontends.
    package func adopt(_ evaluator: any Evaluator) {
        // Frontends keep comms of kernels that were restarted, so that names must not come twice.
        let prefix = HeaderFactory.randomIdentifier().prefix(24)
        evaluator.comms.nameComms { number in
            let digits = String(number, radix: 16)
            return prefix + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        }
        evaluator.comms.use(UnaskedOutlet(outlet))
    }

    func hear(_ request: Request) {
        let turn = CommRequestOutlet(request, executor.outlet(for: request)) { [outlet, executor] output in
            executor.remove(output)
            outlet.publish(StatusContent(.idle), parent: request.message)
        }
        outlet.publish(StatusContent(.busy), parent: request.message)
        let done = turn.begin()
        do throws(JSONError) {
            try hear(request, turn)
        } catch {
            refuse(request, because: error)
        }
        done()
    }

    private func hear(_ request: Request, _ turn: CommRequestOutlet) throws(JSONError) {
        let registry = evaluator.wait().comms
        if request.type == CommInfoRequest.messageType {
            let content = try request.message.content.decoded(as: CommInfoRequest.self)
            var comms = JSONObject()
            for comm in registry.comms where content.targetName == nil || comm.target == content.targetName {
                comms[comm.id] = ["target_name": .string(comm.target)]
            }
            outlet.reply(CommInfoReply(comms: .object(comms)), to: request)
            return
        }
        let event: CommEvent
        do throws(JSONError) {
            event = try CommEvent(request.message)
        } catch {
            logger.warning("a \(request.type) that is none: \(error)")
            return
        }
        if CommContext.$outlet.withValue(turn, operation: { registry.received(event) }) { return }
        if case .open(let id, let target, _) = event {
            logger.info("no comm target '\(target)'")
            outlet.publish(CommClose(id: id), parent: request.message)
        } else {
            logger.info("'\(request.type)' for a comm that is not open")
        }
    }
}

extension CommEvent {
    /// What a message of a frontend says.
    init(_ message: IncomingMessage) throws(JSONError) {
        func payload(_ data: JSONValue?) -> CommPayload {
            CommPayload(data ?? .emptyObject, metadata: message.metadata, buffers: message.buffers)
        }
        switch message.header.type {
        case CommOpen.messageType:
            let content = try message.content.decoded(as: CommOpen.self)
            self = .open(id: content.id, target: content.targetName, payload(content.data))
        case CommClose.messageType:
            let content = try message.content.decoded(as: CommClose.self)
            self = .close(id: content.id, payload(content.data))
        default:
            let content = try message.content.decoded(as: CommMessage.self)
            self = .message(id: content.id, payload(content.data))
        }
    }
}

extension Outlet {
    /// Tells everyone what the library did to a comm.
    func publish(_ event: CommEvent, parent: IncomingMessage?) {
        func send(_ content: some MessageContent, _ payload: CommPayload) {
            publish(
                content, type: Swift.type(of: content).messageType, parent: parent,
                metadata: payload.metadata, buffers: payload.buffers)
        }
        switch event {
        case .open(let id, let target, let payload):
            send(CommOpen(id: id, targetName: target, data: payload.data), payload)
        case .message(let id, let payload): send(CommMessage(id: id, data: payload.data), payload)
        case .close(let id, let payload): send(CommClose(id: id, data: payload.data), payload)
        }
    }
}

/// Sends what happens to comms without a request that led to it.
private final class UnaskedOutlet: CommOutlet {
    private let outlet: Outlet

    init(_ outlet: Outlet) { self.outlet = outlet }

    func send(_ event: CommEvent) { outlet.publish(event, parent: nil) }
}
