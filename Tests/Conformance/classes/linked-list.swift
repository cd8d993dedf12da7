class Node<T> {
    var value: T
    var next: Node?
    init(_ value: T, next: Node? = nil) { self.value = value; self.next = next }
}
class LinkedList<T>: CustomStringConvertible {
    private var head: Node<T>?
    private(set) var count = 0
    func append(_ value: T) {
        count += 1
        guard head != nil else { head = Node(value); return }
        var last = head
        while let next = last?.next { last = next }
        last!.next = Node(value)
    }
    func prepend(_ value: T) { head = Node(value, next: head); count += 1 }
    func reverse() {
        var previous: Node<T>? = nil
        var current = head
        while let node = current {
            current = node.next
            node.next = previous
            previous = node
        }
        head = previous
    }
    func removeFirst() -> T? {
        defer { if head != nil { head = head!.next; count -= 1 } }
        return head?.value
    }
    var values: [T] {
        var result: [T] = []
        var node = head
        while let n = node { result.append(n.value); node = n.next }
        return result
    }
    var description: String { "[" + values.map { "\($0)" }.joined(separator: " -> ") + "]" }
}
let list = LinkedList<Int>()
for i in 1...4 { list.append(i) }
list.prepend(0)
print(list, list.count)
list.reverse()
print(list, list.removeFirst() as Any, list.count, list.values.reduce(0, +))
let names = LinkedList<String>()
print(names, names.removeFirst() as Any)
names.append("a"); names.prepend("b")
print(names)
