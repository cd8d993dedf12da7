struct Deque<T> {
    private var front: [T] = [], back: [T] = []
    var count: Int { front.count + back.count }
    mutating func pushFront(_ t: T) { front.append(t) }
    mutating func pushBack(_ t: T) { back.append(t) }
    mutating func popFront() -> T? { if front.isEmpty { front = back.reversed(); back = [] }; return front.popLast() }
    mutating func popBack() -> T? { if back.isEmpty { back = front.reversed(); front = [] }; return back.popLast() }
    var all: [T] { front.reversed() + back }
}
var d = Deque<Int>()
for i in 1...3 { d.pushBack(i); d.pushFront(-i) }
print(d.all, d.popFront()!, d.popBack()!, d.all, d.count)
while let x = d.popBack() { print(x, terminator: " ") }
print(d.popFront() as Any)
var ring = [Int?](repeating: nil, count: 3), head = 0
for i in 0..<5 { ring[head] = i; head = (head + 1) % ring.count }
print(ring, head, (0..<3).map { ring[(head + $0) % 3]! })
var history = ["a"]
history.append("b"); history.append("c")
print(history.removeLast(), history.last!, history.removeFirst(), history)
