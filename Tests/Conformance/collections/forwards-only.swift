struct Document: Collection {
    let words: [String]
    var startIndex: Int { words.startIndex }
    var endIndex: Int { words.endIndex }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> Substring { words[i].prefix(2) }
}
let document = Document(words: ["hello", "big", "world"])
print(document.map { $0 }, document.count, document.first!, document[1], document.joined(separator: "-"))
print(document.suffix(1).map { $0 }, document.suffix(9).count, document.dropLast().map { $0 }, document.dropLast(7).isEmpty)
print(document.prefix(2).map { $0 }, document.dropFirst().map(String.init), Array(document.prefix { $0 != "wo" }))
print(document.firstIndex { $0 == "wo" } as Any, document.enumerated().map { "\($0.0)\($0.1)" }, document.min()!)
