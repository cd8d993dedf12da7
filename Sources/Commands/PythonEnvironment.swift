internal import Glibc
internal import JupyterKernel
internal import Session

/// A Python and the folder that its packages lie in.
struct PythonEnvironment {
    private let python: String

    init(_ python: String) {
        self.python = python
    }

    /// Writes the package for papermill and nbconvert. Returns the folder.
    func install() throws -> String {
        let packages = try packagesFolder()
        do {
            for file in PythonPackage.files(version: Session.version) {
                let path = packages + "/" + file.path
                if let slash = path.lastIndex(of: "/") { try Folder.create(String(path[..<slash])) }
                try Folder.write(file.bytes, to: path)
            }
        } catch {
            throw CommandFailure.failed(
                "\(error.message)\nhelp: name the Python of an environment that you may write to, with --python")
        }
        return packages
    }

    /// Whether a module can be imported.
    func has(_ module: String) -> Bool {
        (try? ChildProcess.output(of: [python, "-c", "import \(module)"])) != nil
    }

    private func packagesFolder() throws -> String {
        let question = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
        let answer: String
        do {
            answer = try ChildProcess.output(of: [python, "-c", question])
        } catch {
            throw CommandFailure.failed(
                "'\(python)' does not run: \(error.message)\nhelp: name a Python with --python, such as .venv/bin/python")
        }
        return answer.split(separator: "\n").first.map(String.init) ?? ""
    }
}

/// A program that is run for its output.
enum ChildProcess {
    struct Failure: Error {
        let message: String
    }

    /// What a program writes to its standard output; the program is looked for as a shell does.
    static func output(of arguments: [String]) throws(Failure) -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(message: reason(errno)) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        let status = posix_spawnp(&child, arguments.first ?? "", &actions, nil, &words, environ)
        close(ends[1])
        guard status == 0 else { throw Failure(message: reason(status)) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            bytes += chunk[..<count]
        }
        var result: Int32 = 0
        while waitpid(child, &result, 0) < 0 && errno == EINTR {}
        guard result == 0 else { throw Failure(message: "it ended with status \((result >> 8) & 0xFF)") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reason(_ code: Int32) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
