// A class below the one that conforms does not replace what the protocol was given there, unless it overrides it.
protocol Plugin: AnyObject {
    var name: String { get }
    init()
    func run(_ x: Int) -> Int
    func title() -> String
}
extension Plugin {
    var name: String { "\(type(of: self))" }
    func title() -> String { "plain" }
}
class Doubling: Plugin {
    required init() {}
    func run(_ x: Int) -> Int { x * 2 }
}
class Fourfold: Doubling {
    override func run(_ x: Int) -> Int { super.run(super.run(x)) }
    var name: String { "four" }
    func title() -> String { "grand" }
}
let plugins: [any Plugin] = [Doubling(), Fourfold()]
for plugin in plugins { print(plugin.name, plugin.title(), plugin.run(3)) }
func describe<P: Plugin>(_ plugin: P) -> String { "\(plugin.name) \(plugin.title()) \(plugin.run(1))" }
print(describe(Doubling()), describe(Fourfold()))
print(Fourfold().name, Fourfold().title())
let kinds: [any Plugin.Type] = [Doubling.self, Fourfold.self]
print(kinds.map { $0.init().title() })
