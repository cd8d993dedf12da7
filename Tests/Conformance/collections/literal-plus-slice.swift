// What a sum of a literal and a slice is compared with says what it is.
let ys = [1, 2, 3]
print(ys == [1] + ys.dropFirst(), [1] + ys.dropFirst() == ys, ys != [0] + ys.suffix(2))
let all: [Int] = [0] + ys[1...] + [9]
print(all)
struct Ring<E>: RandomAccessCollection, RangeReplaceableCollection {
    private var kept: [E] = []
    init() {}
    var startIndex: Int { 0 }
    var endIndex: Int { kept.count }
    subscript(i: Int) -> E { kept[i] }
    mutating func replaceSubrange<C: Collection>(_ r: Range<Int>, with c: C) where C.Element == E { kept.replaceSubrange(r, with: c) }
}
let ring = Ring("abc")
print(String(ring + ["!"]), Array(ring + "de"))
