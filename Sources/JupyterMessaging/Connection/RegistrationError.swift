/// Why a kernel that chose its ports could not tell them to its launcher.
package enum RegistrationError: Error, CustomStringConvertible {
    case socket(ZeroMQError)
    case noAnswer(String, milliseconds: Int)
    case wrongAnswer(String, String)
    /// The process was asked to end while it waited.
    case stopped(String)

    package var description: String {
        switch self {
        case .socket(let error): "\(error)"
        case .noAnswer(let endpoint, let milliseconds):
            "the launcher's registration socket \(endpoint) did not answer within "
                + "\(Double(milliseconds) / 1_000) seconds\n"
                + "help: 'registration_port' and 'registration_ip' in the connection file say where a launcher waits "
                + "for this kernel's ports; it has to acknowledge them"
        case .wrongAnswer(let endpoint, let reason):
            "the answer of the launcher's registration socket \(endpoint) cannot be trusted: \(reason)"
        case .stopped(let endpoint):
            "the kernel was asked to end before the launcher's registration socket \(endpoint) had answered"
        }
    }
}
