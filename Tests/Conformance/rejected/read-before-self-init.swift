class Named {
    var name: String
    init(name: String) { self.name = name }
    convenience init() {
        print(self.name) // rejected: 'self' used; before 'self.init' call
        self.init(name: "nobody")
    }
}
print(Named().name)
