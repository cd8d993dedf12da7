internal import JupyterMessaging
internal import Logging
internal import Session

extension Kernel {
    /// What C code wrote belongs to the cell that runs; between cells it goes to the log.
    func takeStandardOutput(_ text: String) {
        if let cell = executor.current {
            cell.receive(.stream(.stdout, text))
        } else {
            logger.info("standard output: \(text)")
        }
    }
}
