import Bindings
import FoundationEssentials
import Language
import Session
import Testing

/// The pages in docs/reference.
@Suite struct ReferenceTests {
    private let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/docs/reference"

    @Test("the reference in docs is what the declarations say; 'vencejo reference docs/reference' writes it anew")
    func pagesAreUpToDate() throws {
        let pages = Reference.pages()
        for page in pages {
            let committed = try? String(contentsOfFile: folder + "/" + page.name, encoding: .utf8)
            #expect(committed == page.text, "docs/reference/\(page.name)")
        }
        let committed = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(Set(committed) == Set(pages.map(\.name)))
    }

    @Test("each type and each function has its place on a page")
    func nothingIsLeftOut() {
        let pages = Dictionary(uniqueKeysWithValues: Reference.pages().map { ($0.name, $0.text) })
        let all = pages.values.joined()
        for declaration in Library(read: { nil }).tableWithExamples.declarations where !declaration.name.hasPrefix("_") {
            let page = declaration.ownerName.isEmpty ? all : pages[declaration.ownerName + ".md"]
            #expect(page?.contains(declaration.head) ?? false, "\(declaration.owner).\(declaration.text)")
        }
    }
}
