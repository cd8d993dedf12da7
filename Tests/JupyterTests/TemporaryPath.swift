import Glibc
import JupyterMessaging

/// A path in the folder for temporary files that nothing has yet.
func temporaryPath() -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return "\(folder)/vencejo-\(HeaderFactory.randomIdentifier().prefix(12))"
}
