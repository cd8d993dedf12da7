/// What the kernel is.
package struct KernelInfoReply: MessageContent {
    package static let messageType = "kernel_info_reply"

    package struct LanguageInfo: Codable, Sendable {
        package let name: String
        package let version: String
        package let mimetype: String
        package let fileExtension: String
        package let pygmentsLexer: String
        package let codemirrorMode: String
        package let nbconvertExporter: String

        private enum CodingKeys: String, CodingKey {
            case name
            case version
            case mimetype
            case fileExtension = "file_extension"
            case pygmentsLexer = "pygments_lexer"
            case codemirrorMode = "codemirror_mode"
            case nbconvertExporter = "nbconvert_exporter"
        }

        package init(
            name: String, version: String, mimetype: String, fileExtension: String,
            pygmentsLexer: String, codemirrorMode: String, nbconvertExporter: String
        ) {
            self.name = name
            self.version = version
            self.mimetype = mimetype
            self.fileExtension = fileExtension
            self.pygmentsLexer = pygmentsLexer
            self.codemirrorMode = codemirrorMode
            self.nbconvertExporter = nbconvertExporter
        }
    }

    package struct HelpLink: Codable, Sendable {
        package let text: String
        package let url: String

        package init(text: String, url: String) {
            self.text = text
            self.url = url
        }
    }

    package var status = ReplyStatus.ok
    package let protocolVersion: String
    package let implementation: String
    package let implementationVersion: String
    package let languageInfo: LanguageInfo
    package let banner: String
    package let debugger: Bool
    package let helpLinks: [HelpLink]
    package let supportedFeatures: [String]

    private enum CodingKeys: String, CodingKey {
        case status
        case protocolVersion = "protocol_version"
        case implementation
        case implementationVersion = "implementation_version"
        case languageInfo = "language_info"
        case banner
        case debugger
        case helpLinks = "help_links"
        case supportedFeatures = "supported_features"
    }

    package init(
        implementation: String, implementationVersion: String, languageInfo: LanguageInfo,
        banner: String, helpLinks: [HelpLink], supportedFeatures: [String]
    ) {
        protocolVersion = MessageHeader.protocolVersion
        self.implementation = implementation
        self.implementationVersion = implementationVersion
        self.languageInfo = languageInfo
        self.banner = banner
        debugger = supportedFeatures.contains("debugger")
        self.helpLinks = helpLinks
        self.supportedFeatures = supportedFeatures
    }
}

/// Where the sockets are.
package struct ConnectReply: MessageContent {
    package static let messageType = "connect_reply"

    package var status = ReplyStatus.ok
    package let shellPort: Int
    package let iopubPort: Int
    package let stdinPort: Int
    package let heartbeatPort: Int
    package let controlPort: Int

    private enum CodingKeys: String, CodingKey {
        case status
        case shellPort = "shell_port"
        case iopubPort = "iopub_port"
        case stdinPort = "stdin_port"
        case heartbeatPort = "hb_port"
        case controlPort = "control_port"
    }

    package init(ports: [Channel: Int]) {
        shellPort = ports[.shell] ?? 0
        iopubPort = ports[.iopub] ?? 0
        stdinPort = ports[.stdin] ?? 0
        heartbeatPort = ports[.heartbeat] ?? 0
        controlPort = ports[.control] ?? 0
    }
}

/// End the process.
package struct ShutdownRequest: MessageContent {
    package static let messageType = "shutdown_request"

    /// Another kernel will take its place.
    package let restart: Bool

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        restart = try container.decodeIfPresent(Bool.self, forKey: .restart) ?? false
    }
}

/// The process is about to end.
package struct ShutdownReply: MessageContent {
    package static let messageType = "shutdown_reply"

    package var status = ReplyStatus.ok
    package let restart: Bool

    package init(restart: Bool) {
        self.restart = restart
    }
}

/// The cell that runs is being stopped.
package struct InterruptReply: MessageContent {
    package static let messageType = "interrupt_reply"

    package var status = ReplyStatus.ok

    package init() {}
}

/// What the process uses of its machine.
package struct UsageReply: MessageContent {
    package static let messageType = "usage_reply"

    package struct HostMemory: Codable, Sendable {
        package let total: Int
        package let available: Int
        package let percent: Double
        package let used: Int
        package let free: Int

        package init(total: Int, available: Int, percent: Double, used: Int, free: Int) {
            self.total = total
            self.available = available
            self.percent = percent
            self.used = used
            self.free = free
        }
    }

    package let hostname: String
    package let pid: Int
    /// Percent of one core, since the last request.
    package let kernelCPU: Double
    /// Bytes.
    package let kernelMemory: Int
    package let cpuCount: Int
    package let hostCPUPercent: Double
    package let hostMemory: HostMemory

    private enum CodingKeys: String, CodingKey {
        case hostname
        case pid
        case kernelCPU = "kernel_cpu"
        case kernelMemory = "kernel_memory"
        case cpuCount = "cpu_count"
        case hostCPUPercent = "host_cpu_percent"
        case hostMemory = "host_virtual_memory"
    }

    package init(
        hostname: String, pid: Int, kernelCPU: Double, kernelMemory: Int, cpuCount: Int,
        hostCPUPercent: Double, hostMemory: HostMemory
    ) {
        self.hostname = hostname
        self.pid = pid
        self.kernelCPU = kernelCPU
        self.kernelMemory = kernelMemory
        self.cpuCount = cpuCount
        self.hostCPUPercent = hostCPUPercent
        self.hostMemory = hostMemory
    }
}
