protocol Movable {
    func move(by distance: Int)
    var position: Int { get }
}
final class Cart: Movable {
    var position = 0
    func move(to distance: Int) {  // rejected: instance method 'move(to:)' has different argument labels from those required by protocol 'Movable'; 'move(by:)'
        position += distance
    }
}
Cart().move(to: 3)
