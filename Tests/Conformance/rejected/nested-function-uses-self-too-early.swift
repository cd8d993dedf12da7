struct Line {
    var text: String
    var length: Int
    init(_ text: String) {
        func count() -> Int { self.text.count }
        length = count() // rejected: 'self' used before all stored properties are initialized
        self.text = text
    }
}
print(Line("abc").length)
