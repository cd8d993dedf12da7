/// Sets of options that a cell declares: `struct Access: OptionSet { let rawValue: Int … }`.
extension StandardLibrary {
    func declareOptionSets() {
        let declared = "struct Access: OptionSet {\n let rawValue: Int\n static let read = Access(rawValue: 1)\n static let write = Access(rawValue: 2)\n}\nvar access: Access = [.read]\n"
        func option(_ text: String, _ documentation: String, _ example: String) {
            source(on: "OptionSet", text, documentation, declared + example)
        }
        option("init() {\n self = Self(rawValue: 0)\n}", "No options.", "print(Access().rawValue)")
        option("init(arrayLiteral options: Self...) {\n self = Self(rawValue: 0)\n for one in options { formUnion(one) }\n}", "The options that are listed.", "print(access.rawValue)")
        option("init<S: Sequence>(_ options: S) where S.Element == Self {\n self = Self(rawValue: 0)\n for one in options { formUnion(one) }\n}", "The options of a sequence.", "print(Access([.read, .write]).rawValue)")
        option("var isEmpty: Bool {\n rawValue == 0\n}", "Whether there are none.", "print(access.isEmpty)")
        option("func contains(_ option: Self) -> Bool {\n rawValue & option.rawValue == option.rawValue\n}", "Whether all of an option's bits are set.", "print(access.contains(.write))")
        for (name, mutating, expression, documentation) in [
            ("union", "formUnion", "rawValue | other.rawValue", "The options of both."),
            ("intersection", "formIntersection", "rawValue & other.rawValue", "The options that are in both."),
            ("symmetricDifference", "formSymmetricDifference", "rawValue ^ other.rawValue", "The options that are in one but not in both."),
            ("subtracting", "subtract", "rawValue & ~other.rawValue", "The options without those of `other`."),
        ] {
            option("func \(name)(_ other: Self) -> Self {\n Self(rawValue: \(expression))\n}", documentation, "print(access.\(name)(.write).rawValue)")
            option("mutating func \(mutating)(_ other: Self) {\n self = Self(rawValue: \(expression))\n}", "The same, in place.", "access.\(mutating)(.write)\nprint(access.rawValue)")
        }
        option("@discardableResult mutating func insert(_ option: Self) -> (inserted: Bool, memberAfterInsert: Self) {\n if contains(option) { return (inserted: false, memberAfterInsert: intersection(option)) }\n formUnion(option)\n return (inserted: true, memberAfterInsert: option)\n}", "Sets an option, and tells whether it was not set before.", "access.insert(.write)\nprint(access.rawValue)")
        option("@discardableResult mutating func remove(_ option: Self) -> Self? {\n let common = intersection(option)\n subtract(option)\n return common.isEmpty ? nil : common\n}", "Clears an option, and gives what of it was set.", "access.remove(.read)\nprint(access.isEmpty)")
        option("@discardableResult mutating func update(with option: Self) -> Self? {\n let common = intersection(option)\n formUnion(option)\n return common.isEmpty ? nil : common\n}", "Sets an option, and gives what of it was set before.", "access.update(with: .write)\nprint(access.rawValue)")
        for (name, label, test, documentation) in [
            ("isSubset", "of", "other.contains(self)", "Whether all options are in `other`."), ("isSuperset", "of", "contains(other)", "Whether all options of `other` are here."),
            ("isStrictSubset", "of", "rawValue != other.rawValue && other.contains(self)", "Whether all options are in `other`, which has more."),
            ("isStrictSuperset", "of", "rawValue != other.rawValue && contains(other)", "Whether all options of `other` are here, and more."),
            ("isDisjoint", "with", "intersection(other).isEmpty", "Whether no option is in both."),
        ] {
            option("func \(name)(\(label) other: Self) -> Bool {\n \(test)\n}", documentation, "print(access.\(name)(\(label): .read))")
        }
    }
}
