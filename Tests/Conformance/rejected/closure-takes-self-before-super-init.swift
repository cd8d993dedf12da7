class Named {
    let name: String
    init(_ name: String) { self.name = name }
}
class Numbered: Named {
    let number: Int
    override init(_ name: String) {
        number = 2
        let full = { self.name + "\(name)" } // rejected: 'self' captured by a closure before all members were initialized
        super.init(full())
    }
}
print(Numbered("a").name)
