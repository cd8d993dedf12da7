func bubble(_ a: [Int]) -> [Int] {
    var a = a
    for i in 0..<a.count {
        var swapped = false
        for j in 0..<(a.count - 1 - i) where a[j] > a[j + 1] {
            a.swapAt(j, j + 1)
            swapped = true
        }
        if !swapped { break }
    }
    return a
}
func insertion<T: Comparable>(_ a: [T]) -> [T] {
    var a = a
    for i in a.indices.dropFirst() {
        var j = i
        let x = a[i]
        while j > 0, a[j - 1] > x { a[j] = a[j - 1]; j -= 1 }
        a[j] = x
    }
    return a
}
func quick<T: Comparable>(_ a: [T]) -> [T] {
    guard let pivot = a.first else { return [] }
    let rest = a.dropFirst()
    return quick(rest.filter { $0 < pivot }) + [pivot] + quick(rest.filter { $0 >= pivot })
}
func heapSort(_ input: [Int]) -> [Int] {
    var a = input
    func sift(_ start: Int, _ end: Int) {
        var root = start
        while 2 * root + 1 < end {
            var child = 2 * root + 1
            if child + 1 < end, a[child] < a[child + 1] { child += 1 }
            if a[root] >= a[child] { return }
            a.swapAt(root, child)
            root = child
        }
    }
    for i in stride(from: a.count / 2 - 1, through: 0, by: -1) { sift(i, a.count) }
    for end in stride(from: a.count - 1, to: 0, by: -1) { a.swapAt(0, end); sift(0, end) }
    return a
}
let data = [38, 27, 43, 3, 9, 82, 10, -5, 3]
let methods: [(String, ([Int]) -> [Int])] = [("bubble", bubble), ("insertion", insertion), ("quick", quick), ("heap", heapSort)]
for (name, sort) in methods { print(name, sort(data), sort(data) == data.sorted(), sort([]), sort([1])) }
print(insertion(["pear", "fig", "apple"]), quick([2.5, -1, 0]))
