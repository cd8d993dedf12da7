// What is deferred runs where its scope is left: its names need their values there, not where the statement stands.
struct Reading {
    var n: Int
    init() {
        defer { print("struct", n) }
        n = 3
    }
}
class Counting {
    var n: Int
    init() {
        defer { print("class", n); n += 1 }
        n = 3
    }
}
print(Reading().n, Counting().n)
func local() {
    let k: Int
    defer { print("local", k) }
    k = 4
}
local()
func loops() {
    for i in 0..<4 {
        let s: String
        defer { print(s) }
        if i == 1 { s = "one"; continue }
        s = "n\(i)"
        if i == 2 { break }
    }
}
loops()
enum Bad: Error { case luck }
func fail() throws { throw Bad.luck }
func caught() -> String {
    let s: String
    defer { print("leaving with", s) }
    do { try fail() } catch { print(error) }
    s = "value"
    return s + "!"
}
print(caught())
func shadowed() {
    let n = 1
    do {
        defer { print(n) }
        let n = 3
        print(n)
    }
}
shadowed()
func waits() -> String {
    let s: String
    while true {
        s = "broken out"
        break
    }
    return s
}
print(waits())
func chosen(_ n: Int) -> String {
    let s: String
    choice: do {
        if n == 1 { s = "early"; break choice }
        s = "late"
    }
    return s
}
print(chosen(1), chosen(2))
func tried(_ n: Int) -> String {
    let s: String
    do { s = try n > 1 ? { throw Bad.luck }() : "fine" } catch { s = "bad" }
    return s
}
print(tried(1), tried(2))
