// Parts of collections of one's own: by positions, by ranges of every form, and what collections offer of them.
struct Row: RandomAccessCollection, MutableCollection {
    var items: [Double]
    var startIndex: Int { 0 }
    var endIndex: Int { items.count }
    subscript(i: Int) -> Double { get { items[i] } set { items[i] = newValue } }
}
var row = Row(items: [3, 1, 2, 5, 4])
print(Array(row[1..<3]), Array(row[2...]), Array(row[..<2]), row[1...3].startIndex, row[1..<4][2])
print(Array(row.prefix(2)), Array(row.suffix(2)), Array(row.dropFirst()), Array(row.dropLast(3)))
print(row[1..<1].isEmpty, row[3...].firstIndex(of: 4) ?? -1)
print(row.partition { $0 > 2 }, row.items)
row.sort()
print(row.items)
row.sort { $0 > $1 }
print(row.items)
row.reverse()
row.swapAt(0, 4)
print(row.items)
row.shuffle()
print(row.count)

func ordered<M: MutableCollection & RandomAccessCollection>(_ values: M) -> [M.Element] where M.Element: Comparable {
    var values = values
    values.sort()
    values.reverse()
    values.swapAt(values.startIndex, values.index(after: values.startIndex))
    return Array(values)
}
print(ordered([3, 1, 2]), ordered([5, 7, 6, 8][1...]), ordered(row))
