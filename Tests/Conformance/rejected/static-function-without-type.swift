final class Parser {
    static func clean(_ text: String) -> String { text.lowercased() }
    static func parse(_ text: String) -> String { clean(text) }
    func read(_ text: String) -> String {
        clean(text)  // rejected: static member 'clean' cannot be used on instance of type 'Parser'
    }
}
print(Parser().read("A"))
