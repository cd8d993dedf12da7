let things: [Any] = [1, 2, "three"]
var total = 0
for thing in things {
    total += thing as! Int // traps: cast
    print(total)
}
