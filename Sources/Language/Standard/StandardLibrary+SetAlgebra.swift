/// What sets of one's own have by being such: `struct Bits: SetAlgebra { … }`.
extension StandardLibrary {
    func declareSetAlgebra() {
        let declared = """
            struct Digits: SetAlgebra {
             private var all: [Int] = []
             func contains(_ n: Int) -> Bool { all.contains(n) }
             func union(_ o: Digits) -> Digits { var r = self; r.formUnion(o); return r }
             func intersection(_ o: Digits) -> Digits { var r = self; r.formIntersection(o); return r }
             func symmetricDifference(_ o: Digits) -> Digits { var r = self; r.formSymmetricDifference(o); return r }
             @discardableResult mutating func insert(_ n: Int) -> (inserted: Bool, memberAfterInsert: Int) { if contains(n) { return (false, n) }; all = (all + [n]).sorted(); return (true, n) }
             @discardableResult mutating func remove(_ n: Int) -> Int? { guard contains(n) else { return nil }; all.removeAll { $0 == n }; return n }
             mutating func update(with n: Int) -> Int? { insert(n).inserted ? nil : n }
             mutating func formUnion(_ o: Digits) { for n in o.all { insert(n) } }
             mutating func formIntersection(_ o: Digits) { all = all.filter { o.contains($0) } }
             mutating func formSymmetricDifference(_ o: Digits) { let common = intersection(o); formUnion(o); all.removeAll { common.contains($0) } }
            }
            var digits: Digits = [1, 2, 3]

            """
        func set(_ text: String, _ documentation: String, _ example: String) { source(on: "SetAlgebra", text, documentation, declared + example) }
        set("init(arrayLiteral elements: Element...) {\n self = Self()\n for one in elements { _ = insert(one) }\n}", "The values that are listed.", "print(digits == [3, 2, 1])")
        set("init<S: Sequence>(_ elements: S) where S.Element == Element {\n self = Self()\n for one in elements { _ = insert(one) }\n}", "The values of a sequence.", "print(Digits(1...3) == digits)")
        set("var isEmpty: Bool {\n self == Self()\n}", "Whether there are none.", "print(digits.isEmpty)")
        set("func subtracting(_ other: Self) -> Self {\n intersection(symmetricDifference(other))\n}", "The values without those of `other`.", "print(digits.subtracting([1]).contains(1))")
        set("mutating func subtract(_ other: Self) {\n formIntersection(symmetricDifference(other))\n}", "Takes out the values of `other`.", "digits.subtract([1])\nprint(digits.contains(1))")
        for (name, label, test, documentation) in [
            ("isSubset", "of", "intersection(other) == self", "Whether all values are in `other`."), ("isSuperset", "of", "other.isSubset(of: self)", "Whether all values of `other` are here."),
            ("isStrictSubset", "of", "self != other && isSubset(of: other)", "Whether all values are in `other`, which has more."),
            ("isStrictSuperset", "of", "self != other && isSuperset(of: other)", "Whether all values of `other` are here, and more."),
            ("isDisjoint", "with", "intersection(other).isEmpty", "Whether no value is in both."),
        ] {
            set("func \(name)(\(label) other: Self) -> Bool {\n \(test)\n}", documentation, "print(digits.\(name)(\(label): [1, 2]))")
        }
    }
}
