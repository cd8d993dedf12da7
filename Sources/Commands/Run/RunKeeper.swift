internal import Glibc
internal import Notebooks
internal import Session

/// Keeps what a run has done so far: the notebook after each cell, and the session now and then.
final class RunKeeper {
    private let path: String
    private let writesMeanwhile: Bool
    private let checkpoints: Bool
    private let session: Session
    /// The cell after which the session was kept.
    private(set) var saved: Int?
    private var checkpointed = ContinuousClock.now
    private var written: ContinuousClock.Instant?
    private var cost = Duration.zero

    /// A session is kept when so much time would be lost.
    private static let worth = Duration.seconds(10)

    /// - Parameters:
    ///   - writesMeanwhile: not the file that was read, which stays as it was until all is done.
    ///   - checkpoints: keeps the session too, so that a later run goes on from there.
    init(path: String, writesMeanwhile: Bool, checkpoints: Bool, session: Session) {
        self.path = path
        self.writesMeanwhile = writesMeanwhile
        self.checkpoints = checkpoints
        self.session = session
    }

    static func checkpoint(of path: String) -> String { path + ".session" }

    /// Asks for a place for the results before the first cell runs.
    func prepare() throws {
        let folder = NotebookJob.folder(of: path)
        guard access(folder, W_OK) == 0 else {
            throw CommandFailure.unusable("cannot write to '\(folder)': \(String(cString: strerror(errno)).lowercased())")
        }
    }

    /// After a cell.
    func keep(_ notebook: Notebook, _ done: Int) {
        let now = ContinuousClock.now
        if checkpoints, now - checkpointed > Self.worth {
            let place = Folder.absolute(Self.checkpoint(of: path))
            let outcome = session.execute("%session save \(place)", name: "checkpoint", silent: true, host: OutputRecorder(count: 0))
            if outcome.error == nil { saved = done }
            checkpointed = ContinuousClock.now
        }
        guard writesMeanwhile else { return }
        // Large notebooks are not written more often than a tenth of the time allows.
        if let written, now - written < cost * 10 { return }
        let bytes = notebook.marked(RunMark(done: done, session: saved)).bytes
        try? AtomicFile.write(bytes, to: path, durably: false)
        written = ContinuousClock.now
        cost = ContinuousClock.now - now
    }

    func removeCheckpoint() { unlink(Self.checkpoint(of: path)) }
}

/// A claim on an output file, so that two runs do not write into one.
final class RunLock {
    struct Failure: Error {
        let message: String
    }

    private let path: String
    private let descriptor: Int32

    /// - Throws: when another run has the file, or there is no place for it.
    init(_ output: String) throws(Failure) {
        let folder = NotebookJob.folder(of: output)
        path = "\(folder)/.\(NotebookJob.fileName(of: output)).lock"
        while true {
            let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard opened >= 0 else { throw Failure(message: "cannot write to '\(folder)': \(String(cString: strerror(errno)).lowercased())") }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                close(opened)
                throw Failure(message: "another run is writing '\(output)'\nhelp: wait for its end, or give this run another place with -o")
            }
            // The one who had it before may have removed the file meanwhile.
            var own = stat()
            var there = stat()
            if fstat(opened, &own) == 0, stat(path, &there) == 0, own.st_ino == there.st_ino {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}
