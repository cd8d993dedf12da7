/// What collections offer whose elements can be assigned, those that a cell declares among them. Arrays and their
/// slices have faster ways of their own, which go first.
extension StandardLibrary {
    func declareMutableCollections() {
        let start = "var a = [3, 1, 2]\n"
        func mutable(_ requirement: String, _ text: String, _ documentation: String, _ example: String) {
            source(on: "MutableCollection" + (requirement.isEmpty ? "" : " where \(requirement)"), text, documentation, example.isEmpty ? "" : start + example)
        }
        mutable("", "mutating func swapAt(_ i: Index, _ j: Index) {\n let kept = self[i]\n self[i] = self[j]\n self[j] = kept\n}", "Two elements change places.", "a.swapAt(0, 2)\nprint(a)")
        mutable("", "mutating func _replaceAll(_ all: [Element]) {\n var i = startIndex\n for x in all {\n  self[i] = x\n  i = index(after: i)\n }\n}", "Other elements, as many.", "")
        let random = "Self: RandomAccessCollection"
        mutable(random, "mutating func sort(by areInOrder: (Element, Element) throws -> Bool) rethrows {\n var all = Array(self)\n try all.sort(by: areInOrder)\n _replaceAll(all)\n}", "Sorts by a rule: whether the first of two belongs in front. What counts the same keeps its order.", "a.sort { $0 > $1 }\nprint(a)")
        mutable("\(random), Element: Comparable", "mutating func sort() {\n sort { $0 < $1 }\n}", "Sorts from the least to the greatest.", "a.sort()\nprint(a)")
        mutable(random, "mutating func shuffle() {\n var all = Array(self)\n all.shuffle()\n _replaceAll(all)\n}", "Puts the elements in random order, from the session's generator.", "a.shuffle()\nprint(a.count)")
        mutable(random, "mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {\n var all = Array(self)\n all.shuffle(using: &generator)\n _replaceAll(all)\n}", "Puts the elements in random order, from a generator of one's own.", "var generator = SystemRandomNumberGenerator()\na.shuffle(using: &generator)\nprint(a.count)")
        let bidirectional = "Self: BidirectionalCollection"
        mutable(bidirectional, "mutating func reverse() {\n if isEmpty { return }\n var i = startIndex\n var j = index(before: endIndex)\n while i < j {\n  swapAt(i, j)\n  i = index(after: i)\n  j = index(before: j)\n }\n}", "Turns the order round.", "a.reverse()\nprint(a)")
        mutable(bidirectional, "mutating func partition(by belongsInSecond: (Element) throws -> Bool) rethrows -> Index {\n var low = startIndex\n var high = endIndex\n while true {\n  while low < high, !(try belongsInSecond(self[low])) { low = index(after: low) }\n  if low == high { break }\n  high = index(before: high)\n  while low < high, try belongsInSecond(self[high]) { high = index(before: high) }\n  if low == high { break }\n  swapAt(low, high)\n  low = index(after: low)\n }\n return low\n}", "Puts the elements that a test holds for behind the others, and tells where they begin.", "print(a.partition { $0 > 1 })")
    }
}
