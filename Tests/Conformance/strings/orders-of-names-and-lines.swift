import Foundation

let names = ["bob", "Alice", "carol", "Bob"]
print(names.sorted { $0.localizedCaseInsensitiveCompare($1) == .orderedAscending }.map { $0.lowercased() })
print(["file10", "file9", "File1"].sorted { $0.localizedStandardCompare($1) == .orderedAscending })
print("a".localizedCompare("B") == .orderedAscending, "b".localizedCompare("A") == .orderedDescending, "x".localizedCompare("x") == .orderedSame)

"one\ntwo\n\nfour\n".enumerateLines { line, stop in
    print("[\(line)]")
    if line.isEmpty { stop = true }
}
