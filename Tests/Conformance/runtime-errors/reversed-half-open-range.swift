let items = ["a", "b"]
var start = 0
while true {
    for i in start..<items.count { print(start, items[i]) } // traps: 3; 2
    start += 1
}
