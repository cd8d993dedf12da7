@discardableResult
func log(_ text: String) -> Int {
    print("log:", text)
    return text.count
}
log("ignored result")
let n = log("kept")
print(n)
_ = log("thrown away")
func find(_ target: Int, in list: [Int]) -> Int? {
    for (index, value) in list.enumerated() {
        if value == target { return index }
    }
    return nil
}
print(find(3, in: [1, 3, 5]) ?? -1, find(9, in: []) ?? -1)
func never(_ flag: Bool) -> Int {
    if flag { return 1 }
    fatalError("not reached")
}
print(never(true))
func printAll(_ items: [String]) {
    if items.isEmpty { return }
    for item in items {
        if item == "stop" { return }
        print(item)
    }
    print("all done")
}
printAll([])
printAll(["a", "stop", "b"])
printAll(["x"])
func implicit() -> [Int] { [1, 2, 3].map { $0 + 1 } }
print(implicit())
func tuple() -> (Int, String) { (1, "a") }
print(tuple().1, tuple())
let (q, r) = 17.quotientAndRemainder(dividingBy: 5)
print(q, r)
