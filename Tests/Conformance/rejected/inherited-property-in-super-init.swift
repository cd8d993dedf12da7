class Named {
    let name: String
    init(_ name: String) { self.name = name }
}
class Numbered: Named {
    override init(_ name: String) {
        super.init(self.name + "2") // rejected: 'self' used; before 'super.init' call
    }
}
print(Numbered("a").name)
