var queue: [Int] = [7]
while true {
    print("next", queue.removeFirst()) // traps: empty
}
