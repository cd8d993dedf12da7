protocol Listener: AnyObject { func hear(_ text: String) }
final class Ear: Listener {
    let name: String
    init(_ name: String) { self.name = name }
    func hear(_ text: String) { print(name, "heard", text) }
    deinit { print("no more", name) }
}
struct Link {
    weak var listener: (any Listener)?
    unowned let owner: Ear
    var count = 0
}
struct Loose { weak var ear: Ear? }
let left = Ear("left")
var links: [Link] = [Link(listener: left, owner: left)]
do {
    let right = Ear("right")
    links.append(Link(listener: right, owner: left, count: 2))
    links.forEach { $0.listener?.hear("a") }
}
links.forEach { $0.listener?.hear("b") }
print(links.map { $0.listener == nil }, links[1].owner.name, links[1].count)
print(Loose(ear: nil).ear == nil, Loose().ear == nil, Loose(ear: left).ear!.name)
