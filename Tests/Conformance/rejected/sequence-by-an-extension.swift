struct Box<T> { var items: [T] }
extension Box: Sequence {} // rejected: type 'Box<T>' does not conform to protocol 'Sequence'
print(Box(items: [1]).items)
