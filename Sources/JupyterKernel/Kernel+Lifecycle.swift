internal import JSON
internal import JupyterMessaging
internal import Logging
internal import Session

extension Kernel {
    func interrupt(_ request: Request) {
        executor.interrupt()
        outlet.reply(InterruptReply(), to: request)
    }

    /// Answers and stops. A running cell does not keep the process.
    func shutDown(_ request: Request) {
        let content = try? request.message.content.decoded(as: ShutdownRequest.self)
        let reply = ShutdownReply(restart: content?.restart ?? false)
        logger.info("shutting down")
        outlet.publish(StatusContent(.busy), parent: request.message)
        outlet.reply(reply, to: request)
        // Other clients of this kernel learn of it too.
        outlet.publish(reply, parent: request.message)
        outlet.publish(StatusContent(.idle), parent: request.message)
        stop()
    }
}

extension MessageContent where Self == KernelInfoReply {
    static var kernelInfo: KernelInfoReply {
        KernelInfoReply(
            implementation: "vencejo", implementationVersion: Session.version,
            languageInfo: KernelInfoReply.LanguageInfo(
                name: "swift", version: "6.0", mimetype: "text/x-swift", fileExtension: ".swift",
                pygmentsLexer: "swift", codemirrorMode: "swift", nbconvertExporter: "script"),
            banner: "Vencejo \(Session.version): Swift for machine learning",
            helpLinks: [
                KernelInfoReply.HelpLink(
                    text: "The Swift Programming Language",
                    url: "https://docs.swift.org/swift-book/")
            ],
            supportedFeatures: [])
    }
}
