var queue = [1]
print(queue.removeFirst(), queue.isEmpty)
print(queue.popLast() as Any)
print(queue.removeLast()) // traps: empty
