/// Why a kernel did not start, beside what is wrong with its connection file or its sockets.
public enum KernelError: Error, Sendable, CustomStringConvertible {
    case unknownLogLevel(String, known: [String])
    case noThread

    public var description: String {
        switch self {
        case .unknownLogLevel(let level, let known):
            "unknown log level '\(level)'\nhelp: "
                + known.map { "'\($0)'" }.joined(separator: ", ") + " are known"
        case .noThread: "the system has no thread left for the kernel"
        }
    }
}
