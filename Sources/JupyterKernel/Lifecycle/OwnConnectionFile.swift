import Glibc
internal import JSON
internal import JupyterMessaging
internal import Logging

/// The connection file that a kernel writes when it has chosen its ports itself, so that others than its launcher
/// can connect too: `jupyter console --existing`.
struct OwnConnectionFile {
    private let path: String

    /// Writes the file into Jupyter's runtime folder, for its owner alone. A file that cannot be written is a line
    /// in the log.
    init?(_ connection: ConnectionFile, logger: Logger) {
        guard let folder = JupyterFolders.runtime else { return nil }
        path = "\(folder)/kernel-\(KernelSpec.name)-\(getpid()).json"
        JupyterFolders.makeFolder(of: path)
        // One that a process of the same number has left is not to be written into: it may have other owners or modes.
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        let bytes = JSONWriter.bytes(connection.json(kernelName: KernelSpec.name), indent: 2)
        guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count else {
            logger.warning(
                "cannot write the connection file '\(path)': \(String(cString: strerror(errno)))")
            if descriptor >= 0 { close(descriptor) }
            return nil
        }
        close(descriptor)
    }

    /// Removes the file.
    func remove() {
        unlink(path)
    }
}
