struct Account {
    var history: [String] = []
    var balance = 100 {
        willSet { print("will become", newValue, "is", balance) }
        didSet {
            print("was", oldValue, "is", balance)
            history.append("\(oldValue)->\(balance)")
            if balance < 0 { balance = 0 }
        }
    }
    init(balance: Int) { self.balance = balance }
    mutating func take(_ n: Int) { balance -= n }
}
var account = Account(balance: 50)
account.balance = 70
account.take(100)
print(account.balance, account.history)
struct Slider {
    var range = 0...10
    var value = 5 { didSet { value = min(max(value, range.lowerBound), range.upperBound) } }
}
var slider = Slider()
slider.value = 99
print(slider.value)
slider.value = -4
print(slider.value)
class Model {
    var name = "" { didSet(before) { print("'\(before)' -> '\(name)'") } }
    var items: [Int] = [] { didSet { print(items.count, "items") } }
}
let model = Model()
model.name = "first"
model.name += "!"
model.items.append(1)
model.items[0] = 5
model.items = [1, 2, 3]
var watched = 1 {
    willSet(next) { print("next", next) }
    didSet { print("changed by", watched - oldValue) }
}
watched = 5
watched *= 2
func change(_ n: inout Int) { n += 1; n += 1 }
change(&watched)
print(watched)
