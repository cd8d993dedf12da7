internal import ArgumentParser
internal import Notebooks

/// `vencejo convert FILE`: notebooks to plain Swift text with marks between cells, and back.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn notebooks into Swift text with marks between the cells, and back.",
        discussion: """
            The text is jupytext's percent format: '// %%' begins a cell, '// %% [markdown]' a text. It holds all but \
            outputs. A text becomes a notebook; where that is there already, cells that are still the same keep their \
            outputs.

            The exit status is 0, 1 when a file could not be written, and 2 for a file that is neither.
            """)

    @Argument(help: ArgumentHelp("Notebooks (.ipynb) or texts (.swift).", valueName: "file"))
    var files: [String]

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Where it goes: a file, or a folder for several; '-' for standard output.", valueName: "out"))
    var output: String?

    @Flag(help: "Leave the cells' identifiers out of a text.")
    var noIds = false

    @Flag(help: "Do not keep the outputs of the notebook that is there.")
    var fresh = false

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("give a file to convert") }
        if output == "-", files.count > 1 { throw ValidationError("only one file can go to standard output") }
    }

    func run() throws {
        for path in files {
            let isText = path.hasSuffix(".swift")
            guard isText || path.hasSuffix(".ipynb") else {
                throw CommandFailure.unusable("'\(path)' ends neither in '.ipynb' nor in '.swift'")
            }
            let target = target(of: path, isText)
            let bytes: [UInt8]
            if isText {
                let fresh = try Self.notebook(of: path)
                let old = self.fresh || target == "-" || !Folder.exists(target) ? nil : try RunCommand.read(target)
                bytes = (old.map { NotebookUpdate.merged(fresh, into: $0) } ?? fresh).bytes
            } else {
                bytes = Array(PercentWriter.text(of: try RunCommand.read(path), keepsIdentifiers: !noIds).utf8)
            }
            if target == "-" {
                Standard.write(String(decoding: bytes, as: UTF8.self), to: .output)
                continue
            }
            if let old = try? InputFile.read(target), old == bytes { continue }
            do throws(Folder.Failure) {
                try Folder.create(NotebookJob.folder(of: target))
                try Folder.write(bytes, to: target)
            } catch {
                throw CommandFailure.failed(error.message)
            }
            Standard.write("wrote \(target)\n", to: .output)
        }
    }

    private func target(of path: String, _ isText: Bool) -> String {
        let name = String(NotebookJob.fileName(of: path).dropLast(6)) + (isText ? ".ipynb" : ".swift")
        guard let output else {
            let folder = NotebookJob.folder(of: path)
            return path.contains("/") ? (folder == "/" ? "/" + name : folder + "/" + name) : name
        }
        if output == "-" { return output }
        let isFolder = files.count > 1 || output.hasSuffix("/") || Folder.isFolder(output)
        return isFolder ? (output.hasSuffix("/") ? String(output.dropLast()) : output) + "/" + name : output
    }

    static func notebook(of path: String) throws -> Notebook {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        do throws(PercentError) {
            return try PercentReader.notebook(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CommandFailure(text: "\(path):\(error.line): error: \(error.message)\n", status: 2)
        }
    }
}

/// `vencejo clean NOTEBOOK…`: notebooks without outputs.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove outputs and execution counts from notebooks.",
        discussion: """
            The notebooks themselves are changed, or one goes from standard input to standard output ('-'), as a filter \
            of git wants it. A cell tagged 'keep-output' keeps what it has. With --check nothing is written: the exit \
            status is 1 when a notebook has outputs.
            """)

    @Argument(help: ArgumentHelp("The notebooks; '-' is standard input.", valueName: "notebook"))
    var notebooks: [String]

    @Flag(help: "Only tell which notebooks have outputs.")
    var check = false

    func validate() throws {
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook to clean") }
    }

    func run() throws {
        var isClean = true
        for path in notebooks {
            if path == "-" {
                try filter()
                continue
            }
            let notebook = try RunCommand.read(path)
            let cleaned = notebook.cleaned
            let bytes = cleaned.bytes
            if bytes == notebook.bytes { continue }
            isClean = false
            if check {
                Standard.write("\(path) has outputs\n", to: .output)
                continue
            }
            do throws(Folder.Failure) { try Folder.write(bytes, to: path) } catch { throw CommandFailure.failed(error.message) }
            Standard.write("cleaned \(path)\n", to: .output)
        }
        if check, !isClean { throw CommandFailure.cellFailed }
    }

    private func filter() throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.standardInput()
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        do {
            Standard.write(String(decoding: try Notebook(bytes).cleaned.bytes, as: UTF8.self), to: .output)
        } catch {
            throw CommandFailure(text: error.described(file: "standard input") + "\n", status: 2)
        }
    }
}
