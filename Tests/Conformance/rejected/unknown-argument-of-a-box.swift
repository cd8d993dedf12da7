protocol Eater {
    associatedtype Food
    func eat(_ food: Food)
}
struct Cow: Eater {
    func eat(_ food: Int) {}
}
let eater: any Eater = Cow()
eater.eat(1) // rejected: member 'eat' cannot be used on value of type 'any Eater'
