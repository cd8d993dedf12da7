import FoundationEssentials

/// `URL`: addresses of files and pages, taken apart and put together. Nothing is read from where they lead.
extension StandardLibrary {
    func declareAddresses() {
        let name = "URL"
        let type = NominalType(name: name, form: .native)
        type.conduct = .ordered(AddressValue.self, { $0.url }, { $0.url.description })
        table.add(Declaration("struct \(name)", documentation: "The address of a file or a page.", example: "let page = URL(string: \"https://example.com/a/b.txt\")!\nprint(page.lastPathComponent, page.pathExtension)", implementation: .type(type)))
        for kind in ["Hashable", "CustomStringConvertible"] { table.conform(name, to: kind) }
        native(on: name, "init?(string: String)", "The address that a text says, or nil.", "print(URL(string: \"\") == nil)", NativeFunction("URL.init") { (text: String) -> AddressValue? in URL(string: text).map { AddressValue(url: $0) } })
        native(on: name, "init(fileURLWithPath path: String)", "The address of a file.", "print(URL(fileURLWithPath: \"/data/digits.csv\").lastPathComponent)", NativeFunction("URL.init") { (path: String) -> AddressValue in AddressValue(url: URL(fileURLWithPath: path)) })
        func text(_ member: String, _ documentation: String, _ value: @escaping @Sendable (URL) -> String) {
            native(on: name, "var \(member): String { get }", documentation, "print(URL(string: \"https://example.com/a/b.txt?x=1\")!.\(member))", NativeFunction(member) { (address: AddressValue) -> String in value(address.url) })
        }
        text("absoluteString", "The whole address.") { $0.absoluteString }
        text("description", "The address as `print` shows it.") { $0.description }
        text("path", "The way to the file, without the machine.") { $0.path }
        text("lastPathComponent", "The last part of the way.") { $0.lastPathComponent }
        text("pathExtension", "What stands behind the last dot.") { $0.pathExtension }
        func part(_ member: String, _ documentation: String, _ value: @escaping @Sendable (URL) -> String?) {
            native(on: name, "var \(member): String? { get }", documentation, "print(URL(string: \"https://example.com/a?x=1#end\")!.\(member) ?? \"none\")", NativeFunction(member) { (address: AddressValue) -> String? in value(address.url) })
        }
        part("scheme", "What stands in front of the first colon.") { $0.scheme }
        part("host", "The machine.") { $0.host() }
        part("query", "What stands behind the question mark.") { $0.query() }
        part("fragment", "What stands behind the number sign.") { $0.fragment() }
        native(on: name, "var port: Int? { get }", "The port, where one is said.", "print(URL(string: \"http://localhost:8888\")!.port ?? 80)", NativeFunction("port") { (address: AddressValue) -> Int? in address.url.port })
        native(on: name, "var isFileURL: Bool { get }", "Whether it is the address of a file.", "print(URL(fileURLWithPath: \"/data\").isFileURL)", NativeFunction("isFileURL") { (address: AddressValue) -> Bool in address.url.isFileURL })
        native(on: name, "var pathComponents: [String] { get }", "The parts of the way.", "print(URL(string: \"https://example.com/a/b.txt\")!.pathComponents)", NativeFunction("pathComponents") { (address: AddressValue) -> [String] in address.url.pathComponents })
        for (member, parameter, documentation) in [("appendingPathComponent", "part", "The address of something inside."), ("appendingPathExtension", "ending", "The address with another ending.")] {
            native(on: name, "func \(member)(_ \(parameter): String) -> URL", documentation, "print(URL(string: \"https://example.com/a\")!.\(member)(\"b\"))", NativeFunction(member) { (address: AddressValue, text: String) -> AddressValue in
                AddressValue(url: member == "appendingPathComponent" ? address.url.appendingPathComponent(text) : address.url.appendingPathExtension(text))
            })
        }
        for (member, documentation) in [("deletingLastPathComponent", "The address of what it lies in."), ("deletingPathExtension", "The address without its ending.")] {
            native(on: name, "func \(member)() -> URL", documentation, "print(URL(string: \"https://example.com/a/b.txt\")!.\(member)())", NativeFunction(member) { (address: AddressValue) -> AddressValue in
                AddressValue(url: member == "deletingPathExtension" ? address.url.deletingPathExtension() : address.url.deletingLastPathComponent())
            })
        }
        for (member, change) in [("appendPathComponent(_ part: String)", "appendingPathComponent(part)"), ("appendPathExtension(_ ending: String)", "appendingPathExtension(ending)"), ("deleteLastPathComponent()", "deletingLastPathComponent()"), ("deletePathExtension()", "deletingPathExtension()")] {
            source(on: name, "mutating func \(member) {\n self = \(change)\n}", "The same in place.", "var page = URL(string: \"https://example.com/a.txt\")!\npage.\(member.prefix { $0 != "(" })(\(member.hasSuffix("()") ? "" : "\"b\""))\nprint(page)")
        }
    }
}

struct AddressValue: CellObject { let url: URL }
