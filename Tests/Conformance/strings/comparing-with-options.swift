import Foundation

print("abc".compare("ABC", options: .caseInsensitive) == .orderedSame)
print("file10".compare("file9", options: .numeric).rawValue, "file10".compare("file9").rawValue, "v007".compare("v7a", options: .numeric).rawValue)
print("Éa".compare("eA", options: [.caseInsensitive, .diacriticInsensitive]).rawValue)
let names = ["img12", "Img2", "img1"]
print(names.sorted { $0.compare($1, options: [.numeric, .caseInsensitive]) == .orderedAscending })
print("e\u{301}".precomposedStringWithCanonicalMapping.unicodeScalars.count, "é".decomposedStringWithCanonicalMapping.unicodeScalars.count)

func cut(_ text: String, _ pattern: String) -> String { text.replacingOccurrences(of: pattern, with: "_", options: .regularExpression) }
print(cut("abcxyz123", "[a-c[x-z]]+"), cut("xyz123", "[[a-z]&&[^y]]"), cut("xy1", "[\\d[xy]]"), cut("abcdef", "[a-z--[aeiou]]"))
print(cut("a1b2", "[^[0-9]]"), cut("x-y", "[x-]"), cut("pqr", "[a-z&&[p-r]&&[^q]]"))
