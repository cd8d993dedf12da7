protocol Prototype {
    func copy() -> Self
}
final class Leaf: Prototype {
    func copy() -> Leaf { Leaf() }
}
class Tree: Prototype {
    var height = 1
    func copy() -> Tree { Tree() }  // rejected: in non-final class 'Tree' must return 'Self' to conform to protocol 'Prototype'
}
print(Tree().copy().height)
