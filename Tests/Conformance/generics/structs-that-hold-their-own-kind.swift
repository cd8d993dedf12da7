// Structs and enums with arrays, dictionaries, optionals and closures of their own kind inside.
struct Tree<V> {
    var value: V
    var children: [Tree<V>] = []
    func map<U>(_ change: (V) -> U) -> Tree<U> { Tree<U>(value: change(value), children: children.map { $0.map(change) }) }
}
extension Tree: Equatable where V: Equatable {}
struct Wrapper<T> { var value: T }
struct Folder<Name: Hashable> {
    var name: Name
    var byName: [Name: Folder] = [:]
    var history: Wrapper<[Folder]>?
    var make: (() -> Folder<Name>)?
    var pair: (Int, [Folder<Name>]) = (0, [])
}
enum Term<Symbol> {
    case symbol(Symbol)
    case list([Term<Symbol>])
    case table([String: Term])
    var count: Int {
        switch self {
        case .symbol: 1
        case .list(let all): all.reduce(0) { $0 + $1.count }
        case .table(let all): all.values.reduce(0) { $0 + $1.count }
        }
    }
}
let tree = Tree(value: 1, children: [Tree(value: 2, children: [Tree(value: 4)]), Tree(value: 3)])
print(tree.children.map(\.value), tree == tree.map { $0 }, tree.map { "n\($0)" }.children[0].children[0].value)
var folder = Folder(name: "a")
folder.byName["b"] = Folder(name: "b")
let before = folder
folder.byName["b"]?.byName["c"] = Folder(name: "c", history: Wrapper(value: [before]))
folder.make = { Folder(name: "made") }
folder.pair.1.append(before)
print(folder.byName["b"]!.byName["c"]!.history!.value[0].name, folder.make!().name, folder.pair.1.count)
let term: Term<String> = .list([.symbol("x"), .table(["k": .list([.symbol("y"), .symbol("z")])])])
print(term.count, Term<Int>.symbol(3).count)
