let text = "the quick brown fox"
print(text.hasPrefix("the"), text.hasSuffix("fox"), text.contains("quick"), text.contains("q" as Character), text.contains("zebra"))
print(text.split(separator: " "), text.split(separator: " ").count, "a,,b".split(separator: ","), "a,,b".split(separator: ",", omittingEmptySubsequences: false))
print("k=v=w".split(separator: "=", maxSplits: 1), "a b\tc".split { $0 == " " || $0 == "\t" }, "line1\nline2\n".split(separator: "\n"))
print("one two".split(separator: " ").map(String.init).joined(separator: "-"), ["a", "b"].joined(), ["x"].joined(separator: ","))
print(text.firstIndex(of: "q").map { text[..<$0] } as Any, text.prefix(3), text.suffix(3), text.dropFirst(4), text.dropLast(4))
print(text.first!, text.last!, text.prefix { $0 != " " }, text.drop { $0 != " " })
let i = text.index(text.startIndex, offsetBy: 4)
print(text[i], text[i...], text[..<i], text[i..<text.index(i, offsetBy: 5)])
print(text.index(after: text.startIndex) == text.index(text.startIndex, offsetBy: 1), text.distance(from: text.startIndex, to: i))
print(text.firstIndex(of: "z") as Any, text.lastIndex(of: "o").map { text[$0...] } as Any)
print(text.indices.count, text.enumerated().filter { $0.element == "o" }.map(\.offset))
print("a-b_c".map { $0.isLetter ? $0 : " " }.count, String("a-b".map { $0 == "-" ? "+" : $0 }))
print(text.allSatisfy { $0.isLowercase || $0 == " " }, text.count { $0 == "o" }, "abc".elementsEqual("abc"), text.starts(with: "the q"))
print(text.min()!, text.max()!, String(text.sorted()).prefix(8), "banana".firstIndex(of: "n")! < "banana".lastIndex(of: "n")!)
let csv = "name,age\nada,36\nbob,25"
let rows = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
for row in rows { print(row[0], Int(row[1])! + 1) }
print("apple" < "banana", "Apple" < "apple", "a" < "ab", ["b", "a", "c"].max()!, "abc" == "abc", "10" < "9")
