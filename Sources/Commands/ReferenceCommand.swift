internal import ArgumentParser
internal import Glibc
internal import Session

/// `vencejo reference FOLDER`: writes the reference pages.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Write the reference of all declarations as Markdown.", shouldDisplay: false)

    @Argument(help: "The folder; pages in it that are no longer written are taken away.")
    var folder: String

    func run() throws {
        let pages = Reference.pages()
        do throws(Folder.Failure) {
            try Folder.create(folder)
            for page in pages { try Folder.write(Array(page.text.utf8), to: folder + "/" + page.name) }
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        for name in Folder.entries(folder)
        where name.hasSuffix(".md") && !pages.contains(where: { $0.name == name }) {
            unlink(folder + "/" + name)
        }
        Standard.write("\(pages.count) pages in \(folder)\n", to: .output)
    }
}
