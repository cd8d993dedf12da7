// Stored properties whose types follow from values of types declared further down, in classes above and below.
class Net {
    var block = Block()
    func depth() -> Int { block.size }
}
class Wide: Net {
    var dense = Dense(1)
    override func depth() -> Int { super.depth() + dense.size }
}
class Named: Wide {}
final class Labelled: Named {
    var label = Label("deep")
    convenience init(twice text: String) {
        self.init()
        label = Label(text + text)
    }
}
struct Block { var size = 3 }
struct Dense {
    let size: Int
    init(_ size: Int) { self.size = size }
}
struct Label {
    let text: String
    init(_ text: String) { self.text = text }
}
let nets: [Net] = [Net(), Wide(), Named(), Labelled(), Labelled(twice: "ab")]
for net in nets { print(type(of: net), net.depth(), (net as? Labelled)?.label.text ?? "-") }
