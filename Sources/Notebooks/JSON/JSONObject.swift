/// A JSON object whose members keep their order.
///
/// Looking a key up takes time in proportion to the number of members: a notebook's objects are small.
package struct JSONObject: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        var spelledKey: JSONString
        package var value: JSONValue

        package var key: String { spelledKey.value }
    }

    package private(set) var members: [Member] = []

    package init() {}

    /// An object with these members, sorted by key as Jupyter writes new ones.
    package init(_ members: [(String, JSONValue)]) {
        for (key, value) in members { self[key] = value }
    }

    /// The member under a key; the last one where a file has several. A new key goes to its place if the
    /// members are sorted, else to the end.
    package subscript(key: String) -> JSONValue? {
        get { members.last { $0.key == key }?.value }
        set {
            let index = members.lastIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (nil, let value?): insert(Member(spelledKey: JSONString(key), value: value))
            case (_, nil): members.removeAll { $0.key == key }
            }
        }
    }

    /// Adds what a file holds, as it stands there.
    mutating func append(_ key: JSONString, _ value: JSONValue) {
        members.append(Member(spelledKey: key, value: value))
    }

    private mutating func insert(_ member: Member) {
        let isSorted = zip(members, members.dropFirst()).allSatisfy { $0.key < $1.key }
        let index = isSorted ? members.firstIndex { $0.key > member.key } : nil
        members.insert(member, at: index ?? members.count)
    }
}
