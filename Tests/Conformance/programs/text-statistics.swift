let text = """
    It was the best of times, it was the worst of times,
    it was the age of wisdom, it was the age of foolishness.
    """
struct Statistics {
    let words: [String]
    init(_ text: String) { words = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init) }
    var counts: [String: Int] { words.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
    func top(_ n: Int) -> [(word: String, count: Int)] { counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(n).map { ($0.key, $0.value) } }
    var meanLength: Double { Double(words.map(\.count).reduce(0, +)) / Double(words.count) }
    var bigrams: [String: Int] { zip(words, words.dropFirst()).reduce(into: [:]) { $0["\($1.0) \($1.1)", default: 0] += 1 } }
}
let s = Statistics(text)
print(s.words.count, s.counts.count, (s.meanLength * 100).rounded() / 100)
for (word, count) in s.top(4) { print(word.padded(8), String(repeating: "█", count: count), count) }
print(s.bigrams.filter { $0.value > 2 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
extension String { func padded(_ n: Int) -> String { self + String(repeating: " ", count: max(0, n - count)) } }
func wrap(_ words: [String], _ width: Int) -> [String] {
    var lines: [String] = [], line = ""
    for w in words {
        if !line.isEmpty, line.count + 1 + w.count > width { lines.append(line); line = "" }
        line += (line.isEmpty ? "" : " ") + w
    }
    return lines + (line.isEmpty ? [] : [line])
}
for line in wrap(s.words, 20) { print("|" + line.padded(20) + "|") }
let letters = text.lowercased().filter(\.isLetter)
let histogram = Dictionary(letters.map { ($0, 1) }, uniquingKeysWith: +)
print(histogram.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key, letters.count, Set(letters).count, text.filter(\.isPunctuation).count)
print(text.split(separator: "\n").map { $0.split(separator: " ").count }, Set("wisdom").intersection(Set("foolishness")).sorted())
