let csv = """
name,age,city
Ann,31,Paris
Bob,25,"New York"
Cy,,Rome
"""
func parse(_ line: Substring) -> [String] {
    var fields: [String] = [], current = "", quoted = false
    for c in line {
        switch c {
        case "\"": quoted.toggle()
        case "," where !quoted: fields.append(current); current = ""
        default: current.append(c)
        }
    }
    fields.append(current)
    return fields
}
let rows = csv.split(separator: "\n").map(parse)
let header = rows[0]
struct Person { let name: String; let age: Int?; let city: String }
let people = rows.dropFirst().map { Person(name: $0[0], age: Int($0[1]), city: $0[2]) }
for p in people { print(p.name, p.age.map(String.init) ?? "?", p.city) }
let ages = people.compactMap(\.age)
print(header, ages, Double(ages.reduce(0, +)) / Double(ages.count))
print(people.map(\.name).joined(separator: "|"), people.filter { $0.age == nil }.count)
func encode(_ s: String) -> String {
    var out = "", i = s.startIndex
    while i < s.endIndex {
        var j = i
        while j < s.endIndex && s[j] == s[i] { j = s.index(after: j) }
        out += "\(s.distance(from: i, to: j))\(s[i])"
        i = j
    }
    return out
}
func decode(_ s: String) -> String {
    var out = "", n = 0
    for c in s { if let d = c.wholeNumberValue { n = n * 10 + d } else { out += String(repeating: c, count: n); n = 0 } }
    return out
}
print(encode("aaabbbccd"), decode(encode("aaabbbccd")) == "aaabbbccd")
struct PriorityQueue {
    private var items: [(priority: Int, value: String)] = []
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ value: String, _ priority: Int) {
        items.append((priority, value))
        var i = items.count - 1
        while i > 0, items[i].priority < items[(i - 1) / 2].priority { items.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 }
    }
    mutating func pop() -> String? {
        guard !items.isEmpty else { return nil }
        items.swapAt(0, items.count - 1)
        let last = items.removeLast()
        var i = 0
        while true {
            let l = 2 * i + 1, r = l + 1
            var m = i
            if l < items.count, items[l].priority < items[m].priority { m = l }
            if r < items.count, items[r].priority < items[m].priority { m = r }
            if m == i { break }
            items.swapAt(i, m); i = m
        }
        return last.value
    }
}
var q = PriorityQueue()
for (i, w) in ["low", "mid", "high", "urgent"].enumerated() { q.push(w, 10 - i * 3) }
while let x = q.pop() { print(x, terminator: " ") }
print()
