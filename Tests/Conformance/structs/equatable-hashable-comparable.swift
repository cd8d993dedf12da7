struct Version: Comparable, Hashable, CustomStringConvertible {
    let major: Int, minor: Int
    static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
    var description: String { "v\(major).\(minor)" }
}
let versions = [Version(major: 2, minor: 0), Version(major: 1, minor: 10), Version(major: 1, minor: 2)]
print(versions.sorted(), versions.min()!, versions.max()!)
print(versions[0] > versions[1], versions[1] <= versions[2], versions[0] == Version(major: 2, minor: 0))
print(versions.contains(Version(major: 1, minor: 2)), versions.firstIndex(of: Version(major: 1, minor: 10))!)
print(Set(versions + versions).count, (versions[2]...versions[0]).contains(versions[1]))
struct Card: Hashable { enum Suit: String, CaseIterable { case hearts, spades }; let suit: Suit; let rank: Int }
var counts: [Card: Int] = [:]
for card in [Card(suit: .hearts, rank: 1), Card(suit: .spades, rank: 1), Card(suit: .hearts, rank: 1)] { counts[card, default: 0] += 1 }
print(counts[Card(suit: .hearts, rank: 1)]!, counts[Card(suit: .spades, rank: 1)]!, counts.count)
struct CaseInsensitive: Hashable {
    let text: String
    static func == (a: CaseInsensitive, b: CaseInsensitive) -> Bool { a.text.lowercased() == b.text.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
print(Set([CaseInsensitive(text: "A"), CaseInsensitive(text: "a"), CaseInsensitive(text: "b")]).count)
struct Segment: Equatable { var ends: [Double]; var name: String?; var tag = (1) }
print(Segment(ends: [1, 2], name: nil) == Segment(ends: [1, 2], name: nil), Segment(ends: [1], name: "a") != Segment(ends: [1], name: "b"))
print([Segment(ends: [], name: nil)] == [Segment(ends: [], name: nil)], Segment(ends: [0], name: nil) as Segment? == nil)
print(Version(major: 1, minor: 1).hashValue == Version(major: 1, minor: 1).hashValue)
