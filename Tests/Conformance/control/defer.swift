func work(_ fail: Bool) -> String {
    print("open")
    defer { print("close") }
    if fail { return "failed" }
    defer { print("second defer runs first") }
    print("working")
    return "done"
}
print(work(false))
print(work(true))
for i in 1...3 {
    defer { print("end of turn", i) }
    if i == 2 { continue }
    print("turn", i)
}
func counter() -> Int {
    var n = 1
    defer { n = 100 }
    return n
}
print(counter())
do {
    defer { print("leaving the block") }
    print("in the block")
}
struct Fault: Error {}
func thrower() throws {
    defer { print("clean up") }
    throw Fault()
}
do { try thrower() } catch { print("caught") }
func loops() {
    var i = 0
    while true {
        defer { i += 1 }
        if i == 2 { break }
        print("i", i)
    }
    print("after", i)
}
loops()
if true {
    defer { print("if ends") }
    print("if body")
}
let closure = { () -> Int in
    defer { print("closure ends") }
    return 5
}
print(closure())
