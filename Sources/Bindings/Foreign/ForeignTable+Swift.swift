/// What Python and other languages call what arrays, texts, dictionaries and sets do.
extension ForeignTable {
    /// What is asked of an array.
    static let arrayMembers: [String: String] = [
        "length": "count", "len": "count", "size": "count", "push": "append", "push_back": "append", "add": "append",
        "extend": "'append(contentsOf: others)'", "pop": "removeLast", "index": "'firstIndex(of: x)'", "includes": "contains", "clear": "removeAll",
        "shape": "'Tensor(xs).shape'; an array has 'count'", "mean": "'Tensor(xs).mean()', or 'xs.reduce(0, +) / Double(xs.count)'",
        "sum": "'xs.reduce(0, +)'", "std": "'Tensor(xs).std()'", "slice": "'Array(xs[1..<3])'", "head": "prefix", "tail": "suffix",
        "concat": "'xs + ys'", "find": "'first(where: { … })'", "some": "contains", "every": "allSatisfy",
        "copy": "an array is a value: 'let ys = xs' is a copy", "T": "'Tensor(xs).T'", "reshape": "'Tensor(xs).reshaped(2, -1)'",
    ]

    /// What is asked of a text.
    static let stringMembers: [String: String] = [
        "length": "count", "len": "count", "size": "count", "upper": "uppercased", "lower": "lowercased", "toUpperCase": "uppercased",
        "toLowerCase": "lowercased", "startswith": "hasPrefix", "startsWith": "hasPrefix", "endswith": "hasSuffix", "endsWith": "hasSuffix",
        "join": "'words.joined(separator: \", \")'", "format": "'\"\\(x)\"' puts a value into a string",
        "strip": "'text.trimmingCharacters(in: .whitespaces)'", "trim": "'text.trimmingCharacters(in: .whitespaces)'",
        "replace": "'text.replacingOccurrences(of: \"a\", with: \"b\")'", "substring": "'text.prefix(3)' and 'text.suffix(3)'",
        "splitlines": "'text.split(separator: \"\\n\")'", "charAt": "'Array(text)[0]'", "indexOf": "'text.firstIndex(of: \"a\")'",
        "isdigit": "'text.allSatisfy { $0.isNumber }'", "title": "capitalized", "capitalize": "capitalized",
    ]

    /// What is asked of a dictionary.
    static let dictionaryMembers: [String: String] = [
        "items": "'for (key, value) in dictionary { … }'", "get": "'dictionary[key] ?? fallback', or 'dictionary[key, default: fallback]'",
        "has_key": "'dictionary[key] != nil'", "length": "count", "len": "count", "size": "count",
        "update": "'dictionary.merge(others) { _, new in new }'", "pop": "'dictionary.removeValue(forKey: key)'",
        "setdefault": "'dictionary[key, default: fallback]'", "contains_key": "'dictionary[key] != nil'", "clear": "removeAll",
    ]

    /// What is asked of a set.
    static let setMembers: [String: String] = [
        "add": "insert", "length": "count", "len": "count", "size": "count", "discard": "remove", "difference": "subtracting",
        "issubset": "'a.isSubset(of: b)'", "clear": "removeAll",
    ]
}
