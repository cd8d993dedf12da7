struct Random { var s: UInt32; mutating func next(_ n: Int) -> Int { s = s &* 1664525 &+ 1013904223; return Int(s >> 8) % n } }
struct Markov {
    private var table: [String: [String]] = [:]
    private var starts: [String] = []
    mutating func learn(_ text: String) {
        for sentence in text.split(separator: ".") {
            let words = sentence.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            starts.append(first)
            for (a, b) in zip(words, words.dropFirst()) { table[a, default: []].append(b) }
        }
    }
    func say(_ limit: Int, _ random: inout Random) -> String {
        var word = starts[random.next(starts.count)], out = [word]
        while out.count < limit, let choices = table[word] {
            word = choices[random.next(choices.count)]
            out.append(word)
        }
        return out.joined(separator: " ") + "."
    }
    var vocabulary: Int { Set(table.keys).union(table.values.joined()).count }
}
var m = Markov()
m.learn("the cat sat on the mat. the dog sat on the cat. a bird saw the dog")
var r = Random(s: 3)
for _ in 0..<4 { print(m.say(8, &r)) }
print(m.vocabulary)
