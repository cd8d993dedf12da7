// A literal beside a collection of one's own has the elements of that one.
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
