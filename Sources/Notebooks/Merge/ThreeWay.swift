/// What two lists made of a third, put together.
enum ThreeWay {
    enum Part<Element: Equatable & Sendable>: Equatable, Sendable {
        case agreed([Element])
        /// Both changed the same place in different ways.
        case conflict(ours: [Element], theirs: [Element])
    }

    static func parts<Element: Equatable & Sendable>(base: [Element], ours: [Element], theirs: [Element]) -> [Part<Element>] {
        let inOurs = Dictionary(LongestCommon.pairs(base, ours)) { first, _ in first }
        let inTheirs = Dictionary(LongestCommon.pairs(base, theirs)) { first, _ in first }
        let anchors = base.indices.compactMap { index in
            inOurs[index].flatMap { mine in inTheirs[index].map { (index, mine, $0) } }
        }
        var parts: [Part<Element>] = []
        var (b, o, t) = (0, 0, 0)
        func add(_ part: Part<Element>) {
            if case .agreed(let more) = part, case .agreed(let before)? = parts.last {
                parts[parts.count - 1] = .agreed(before + more)
            } else {
                parts.append(part)
            }
        }
        for (nextB, nextO, nextT) in anchors + [(base.count, ours.count, theirs.count)] {
            let (old, mine, other) = (Array(base[b..<nextB]), Array(ours[o..<nextO]), Array(theirs[t..<nextT]))
            if mine == other || other == old {
                add(.agreed(mine))
            } else if mine == old {
                add(.agreed(other))
            } else {
                add(.conflict(ours: mine, theirs: other))
            }
            if nextB < base.count { add(.agreed([base[nextB]])) }
            (b, o, t) = (nextB + 1, nextO + 1, nextT + 1)
        }
        return parts
    }

    /// One of three values: the changed one; ours where both changed.
    static func value<Value: Equatable>(_ base: Value, _ ours: Value, _ theirs: Value) -> Value {
        ours == base ? theirs : ours
    }
}
