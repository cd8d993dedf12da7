import Foundation

let text = "abc 123 def 45"
if let found = text.range(of: "[0-9]+", options: .regularExpression) { print(text[found], text.distance(from: text.startIndex, to: found.lowerBound)) }
print(text.replacingOccurrences(of: "[0-9]+", with: "#", options: .regularExpression))
print(text.replacingOccurrences(of: "([a-z])([a-z])", with: "$2$1", options: .regularExpression))
print(text.range(of: "^[a-c]+$", options: .regularExpression) == nil, text.range(of: "DEF", options: [.regularExpression, .caseInsensitive]) != nil)
func isAddress(_ text: String) -> Bool {
    text.range(of: "^[A-Z0-9._%+-]+@[A-Z0-9.-]+\\.[A-Z]{2,}$", options: [.regularExpression, .caseInsensitive]) != nil
}
print(["a@b.com", "nope", "x.y+z@host.org", "@b.com"].map(isAddress))
func found(_ pattern: String, _ text: String) -> String { text.range(of: pattern, options: .regularExpression).map { String(text[$0]) } ?? "-" }
for (pattern, text) in [
    ("(a|ab)(c|bcd)", "abcd"), ("(.)\\1", "hello"), ("(?<=\\$)\\d+", "$100"), ("\\d+(?=px)", "20em 30px"), ("foo(?!bar)\\w*", "foobar foobaz"),
    ("a{2,3}?", "aaaa"), ("a++a", "aaa"), ("(?i)HELLO", "say hello"), ("(?m)^b.*$", "a\nbcd\ne"), ("[^\\W\\d]+", "12 é_x"), ("é+", "caféé"), ("[", "["), ("", "x"),
    ("(?:ab)*$", "abab"), ("\\bcat\\b", "concat cat"), ("[[:alpha:]]+", "1ab2"), ("^(?:[01]?\\d|2[0-3]):[0-5]\\d$", "23:59"), ("\\p{Lu}", "aÉ"), ("(?<n>a)\\k<n>", "baa"),
] { print(pattern, found(pattern, text), separator: " → ") }
for (pattern, template) in [("x*", "-"), ("\\s+", " "), ("(\\w+) (\\w+)", "$2 $1 $9"), ("^\\s+|\\s+$", ""), ("[aeiou]", "<$0>"), ("(", "?")] {
    print("  one two   three ".replacingOccurrences(of: pattern, with: template, options: .regularExpression))
}
