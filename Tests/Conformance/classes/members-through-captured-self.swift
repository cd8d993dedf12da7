final class Machine {
    var value = 1
    lazy var read: () -> Int = { [unowned self] in value }
    var handler: (() -> Void)?
    func lent() -> () -> Int { { [unowned self] in value + bonus() } }
    func careful() -> () -> Int {
        { [weak self] in
            guard let self else { return -1 }
            value += 1
            return value + bonus()
        }
    }
    func keep() { handler = { [weak self] in guard let self else { return }; value = 50 } }
    func bonus() -> Int { 10 }
    deinit { print("gone with", value) }
}
var machine: Machine? = Machine()
let read = machine!.read, lent = machine!.lent(), careful = machine!.careful()
machine!.keep()
print(read(), lent(), careful(), machine!.value)
machine!.handler!()
print(machine!.value)
machine = nil
print(careful())
