internal import JSON
package import JupyterMessaging
import Synchronization

/// Makes messages and sends them: answers to a client, output to all.
package final class Outlet: Sendable {
    private let transport: any MessageTransport
    private let wire: WireFormat
    private let headers: HeaderFactory
    private let hasStarted = Atomic<Bool>(false)

    package init(transport: any MessageTransport, wire: WireFormat, headers: HeaderFactory) {
        self.transport = transport
        self.wire = wire
        self.headers = headers
    }

    /// Answers a request on the channel it came on.
    func reply(_ content: some MessageContent, to request: Request, metadata: JSONValue = .emptyObject) {
        reply(content, type: Swift.type(of: content).messageType, to: request, metadata: metadata)
    }

    /// Answers a request with content that fits several types.
    func reply(_ content: some Encodable, type: String, to request: Request, metadata: JSONValue = .emptyObject) {
        send(
            content, type: type, on: request.channel, identities: request.message.identities,
            parent: request.message, metadata: metadata)
    }

    /// Asks the client that sent a request.
    func ask(_ content: some MessageContent, about request: Request) {
        send(
            content, type: Swift.type(of: content).messageType, on: .stdin,
            identities: request.message.identities, parent: request.message)
    }

    /// Tells everyone.
    func publish(_ content: some MessageContent, parent: IncomingMessage?) {
        publish(content, type: Swift.type(of: content).messageType, parent: parent)
    }

    /// Tells everyone, with content that fits several types.
    func publish(
        _ content: some Encodable, type: String, parent: IncomingMessage?,
        metadata: JSONValue = .emptyObject, buffers: [[UInt8]] = []
    ) {
        announceStart()
        broadcast(content, type: type, parent: parent, metadata: metadata, buffers: buffers)
    }

    /// Welcomes a subscriber, before anything else that it hears.
    func welcome(_ topic: [UInt8]) {
        let welcome = IOPubWelcome(subscription: String(decoding: topic, as: UTF8.self))
        send(
            welcome, type: IOPubWelcome.messageType, on: .iopub, identities: [topic], parent: nil)
        announceStart()
    }

    /// Says once that the kernel has started: to the first who listens, before anything else.
    private func announceStart() {
        guard !hasStarted.exchange(true, ordering: .acquiringAndReleasing) else { return }
        broadcast(StatusContent(.starting), type: StatusContent.messageType, parent: nil)
    }

    private func broadcast(
        _ content: some Encodable, type: String, parent: IncomingMessage?,
        metadata: JSONValue = .emptyObject, buffers: [[UInt8]] = []
    ) {
        let topic = Array("kernel.\(headers.session).\(type)".utf8)
        send(
            content, type: type, on: .iopub, identities: [topic], parent: parent,
            metadata: metadata, buffers: buffers)
    }

    private func send(
        _ content: some Encodable, type: String, on channel: Channel, identities: [[UInt8]],
        parent: IncomingMessage?, metadata: JSONValue = .emptyObject, buffers: [[UInt8]] = []
    ) {
        let frames = wire.encode(
            identities: identities, header: headers.header(type: type),
            parent: parent?.headerBytes, metadata: metadata, content: JSONValue(encoding: content),
            buffers: buffers)
        transport.send(frames, on: channel)
    }
}

/// A message with the channel it came on, which is the one it is answered on.
package struct Request: Sendable {
    package let message: IncomingMessage
    package let channel: Channel

    var type: String { message.header.type }

    package init(message: IncomingMessage, channel: Channel) {
        self.message = message
        self.channel = channel
    }
}
