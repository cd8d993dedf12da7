func visit(_ items: [Int]) -> [String] {
    var log: [String] = []
    outer: for x in items {
        defer { log.append("end \(x)") }
        switch x {
        case 0: continue outer
        case 1...3:
            defer { log.append("case \(x)") }
            log.append("small \(x)")
        case 9: break outer
        default:
            do { defer { log.append("do \(x)") }; if x > 5 { break }; log.append("mid \(x)") }
            log.append("after \(x)")
        }
    }
    return log
}
print(visit([0, 2, 4, 7, 9, 1]))
func early(_ n: Int) -> String { defer { print("leaving", n) }; if n > 1 { defer { print("big") }; return "returned" }; return "fell" }
print(early(1), early(2))
var n = 0
while n < 3 { defer { n += 1 }; if n == 1 { continue }; print("n", n) }
