/// The candidate a misspelt name was most likely meant to be, or nil when none is near enough to offer.
///
/// Near is an edit distance (insert, delete, replace, swap neighbours) of at most a third of the name's length, and at
/// least one; a name that differs in case alone always counts. Of equally near ones the first in the alphabet is taken.
package func closestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    let folded = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (name: String, cost: Int)?
    for candidate in candidates where candidate != name {
        let scalars = Array(candidate.unicodeScalars)
        guard abs(scalars.count - wanted.count) <= limit else { continue }
        let lowered = Array(candidate.lowercased().unicodeScalars)
        let cost: Int
        if lowered == folded {
            cost = 0
        } else {
            // One letter is one edit away from every other letter, and two letters that share
            // only one are no likely slip unless they are swapped.
            guard wanted.count > 1, scalars.count > 1,
                let distance = editDistance(folded, lowered, limit: limit),
                wanted.count > 2 || scalars.count > 2 || folded == lowered.reversed()
            else { continue }
            // Wrong case weighs less than a wrong letter.
            cost = 2 * distance + (editDistance(wanted, scalars, limit: limit) == distance ? 0 : 1)
        }
        if let found = best, (found.cost, found.name) <= (cost, candidate) { continue }
        best = (candidate, cost)
    }
    return best?.name
}

/// Optimal string alignment distance, or nil when it is above `limit`.
func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element], limit: Int) -> Int? {
    if abs(a.count - b.count) > limit { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i]
        row.reserveCapacity(b.count + 1)
        for j in 1...b.count {
            let same = a[i - 1] == b[j - 1]
            var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                cost = min(cost, beforeLast[j - 2] + 1)
            }
            row.append(cost)
        }
        if row.allSatisfy({ $0 > limit }) { return nil }
        beforeLast = last
        last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
