/// The five sockets of a kernel.
package enum Channel: String, Sendable, CaseIterable {
    case shell
    case control
    case stdin
    case iopub
    case heartbeat

    /// The channel's port in a connection file.
    var portKey: String {
        self == .heartbeat ? "hb_port" : "\(rawValue)_port"
    }
}
