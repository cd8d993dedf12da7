class Animal {
    private func breathe() { print("…") }
    func live() { breathe() }
}
class Dog: Animal {
    func sleep() {
        breathe() // rejected: 'breathe' is inaccessible due to 'private' protection level
    }
}
