/// What has to be done to an array to make another one of it.
extension StandardLibrary {
    func declareDifferences() {
        let element = GenericParameter(name: "Element")
        let change = NominalType(name: "CollectionDifferenceChange", form: .enumeration, genericParameters: [element])
        change.cases = ["insert", "remove"].map { name in
            NominalType.EnumCase(
                name: name,
                payload: [
                    Type.TupleElement(label: "offset", type: .int), Type.TupleElement(label: "element", type: .make(.parameter(element))),
                    Type.TupleElement(label: "associatedWith", type: .optional(.int)),
                ])
        }
        change.isComplete = true
        table.add(Declaration("enum CollectionDifferenceChange<Element>", documentation: "An element put in or taken out, with its position.", example: "for change in [1, 2].difference(from: [1]) {\n if case .insert(let offset, let element, _) = change { print(offset, element) }\n}", implementation: .type(change)))
        for name in ["Equatable", "Hashable"] { table.conform("CollectionDifferenceChange", to: name, where: [name]) }
        _ = structure("CollectionDifference", ["Element"], "The changes from one array to another.", "let changes = [1, 3].difference(from: [1, 2])\nprint(changes.insertions.count, changes.removals.count)") { parameters in
            let changes = Type.array(.make(.nominal(change, [parameters[0]])))
            return [("insertions", changes, false), ("removals", changes, false)]
        }
        let owner = "CollectionDifference"
        let list = "[CollectionDifferenceChange<Element>]"
        source(on: owner, "init(_ insertions: \(list), _ removals: \(list)) {\n self.insertions = insertions\n self.removals = removals\n}", "Of changes in the order of their positions.")
        source(on: owner, "var count: Int {\n insertions.count + removals.count\n}", "How many changes there are.")
        source(on: owner, "var isEmpty: Bool {\n count == 0\n}", "Whether both arrays are the same.")
        source(on: owner, "func makeIterator() -> IndexingIterator<[CollectionDifferenceChange<Element>]> {\n (Array(removals.reversed()) + insertions).makeIterator()\n}", "The changes in the order in which they can be made: removals from the last to the first, then insertions.")
        table.conform(owner, to: "Sequence", types: ["Element": "CollectionDifferenceChange<Element>"])
        source(
            on: "Array where Element: Equatable",
            """
            func difference(from other: [Element]) -> CollectionDifference<Element> {
             // Myers: the furthest that can be reached on each diagonal with ever more changes.
             let n = other.count
             let m = count
             var reach: [Int: Int] = [1: 0]
             var trace: [[Int: Int]] = []
             var d = 0
             search: while d <= n + m {
              trace.append(reach)
              var k = -d
              while k <= d {
               var x = 0
               if k == -d || k != d && (reach[k - 1] ?? -1) < (reach[k + 1] ?? -1) { x = reach[k + 1] ?? 0 } else { x = (reach[k - 1] ?? 0) + 1 }
               var y = x - k
               while x < n, y < m, other[x] == self[y] {
                x += 1
                y += 1
               }
               reach[k] = x
               if x >= n && y >= m { break search }
               k += 2
              }
              d += 1
             }
             var insertions: [CollectionDifferenceChange<Element>] = []
             var removals: [CollectionDifferenceChange<Element>] = []
             var x = n
             var y = m
             while d > 0 {
              let known = trace[d]
              let k = x - y
              let before = k == -d || k != d && (known[k - 1] ?? -1) < (known[k + 1] ?? -1) ? k + 1 : k - 1
              let startX = known[before] ?? 0
              let startY = startX - before
              while x > startX && y > startY {
               x -= 1
               y -= 1
              }
              if x == startX {
               insertions.append(.insert(offset: startY, element: self[startY], associatedWith: nil))
              } else {
               removals.append(.remove(offset: startX, element: other[startX], associatedWith: nil))
              }
              x = startX
              y = startY
              d -= 1
             }
             insertions.reverse()
             removals.reverse()
             return CollectionDifference<Element>(insertions, removals)
            }
            """, "What has to be done to `other` to make this array of it, with as few changes as can be.", "print([1, 2, 3].difference(from: [1, 3]).count)")
    }
}
