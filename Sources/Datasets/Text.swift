public import Tensors

/// Don Quijote de la Mancha (Miguel de Cervantes, 1605), in Spanish, in the public domain.
public enum Quijote {
    /// The first twenty chapters, 300,000 characters, which come with the library.
    ///
    /// - Throws: when there is no memory for them.
    public static func load() throws(TensorError) -> String {
        try BundledTable.text(PackageResources.quijote_txt_gz, "quijote")
    }
}

/// The text of a file in UTF-8, compressed or not.
///
/// - Throws: when the file cannot be read or is not UTF-8, with the position of the first wrong byte.
public func readText(_ path: String) throws(TensorError) -> String {
    let bytes = try FileBytes.readDecompressing(path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw .file(path: path, problem: "it is not text in UTF-8", help: nil)
}

/// Numbers for the parts of texts.
package protocol Vocabulary {
    /// The parts, in the order of their numbers.
    var tokens: [String] { get }
    /// The parts of a text.
    func split(_ text: String) -> [String]
    /// The number of what the vocabulary does not have; nil where it is an error.
    var unknown: Int? { get }
    func number(of token: String) -> Int?
}

extension Vocabulary {
    package func checkedEncode(_ text: String) throws(TensorError) -> Tensor {
        var numbers: [Int] = []
        numbers.reserveCapacity(text.utf8.count)
        for token in split(text) {
            guard let number = number(of: token) ?? unknown else {
                throw .domain(
                    operation: "encode", problem: "'\(token)' is not in the vocabulary",
                    help: "make the vocabulary from all the text")
            }
            numbers.append(number)
        }
        return try Checked.tensor(numbers, shape: [numbers.count])
    }

    package func checkedTokens(_ numbers: Tensor) throws(TensorError) -> [String] {
        let flat = try Checked.flattened(Checked.asType(numbers, .int64))
        return try Checked.scalars(flat, as: Int.self).map { (number) throws(TensorError) in
            guard tokens.indices.contains(number) else {
                throw .label(operation: "decode", label: number, row: 0, classes: tokens.count)
            }
            return tokens[number]
        }
    }
}

/// A number for each character of a text, in the order of their code points.
///
///     let vocabulary = CharacterVocabulary(text)
///     vocabulary.decode(vocabulary.encode("En un lugar"))   // "En un lugar"
public struct CharacterVocabulary: Vocabulary, Sendable {
    package let tokens: [String]
    package let numbers: [Character: Int]
    package var unknown: Int? { nil }

    /// The vocabulary of all characters of a text.
    public init(_ text: String) {
        self.init(characters: Set(text).sorted())
    }

    package init(characters: [Character]) {
        tokens = characters.map { String($0) }
        numbers = Dictionary(uniqueKeysWithValues: zip(characters, 0...))
    }

    /// The number of characters.
    public var count: Int { tokens.count }

    /// The characters, in the order of their numbers.
    public var characters: [String] { tokens }

    package func split(_ text: String) -> [String] { text.map { String($0) } }
    package func number(of token: String) -> Int? { token.first.flatMap { numbers[$0] } }

    package func checkedEncode(_ text: String) throws(TensorError) -> Tensor {
        var result: [Int] = []
        result.reserveCapacity(text.utf8.count)
        for character in text {
            guard let number = numbers[character] else {
                throw .domain(
                    operation: "encode", problem: "'\(character)' is not in the vocabulary",
                    help: "make the vocabulary from all the text")
            }
            result.append(number)
        }
        return try Checked.tensor(result, shape: [result.count])
    }

    /// The characters' numbers, int64.
    public func encode(_ text: String) -> Tensor {
        orEnd { () throws(TensorError) in try checkedEncode(text) }
    }

    /// The text of numbers.
    public func decode(_ numbers: Tensor) -> String {
        orEnd { () throws(TensorError) in try checkedTokens(numbers).joined() }
    }
}

/// A number for each word and punctuation mark of a text, the most frequent first; 0 is for what the
/// vocabulary does not have.
public struct WordVocabulary: Vocabulary, Sendable {
    package let tokens: [String]
    package let numbers: [String: Int]
    package let lowercased: Bool
    package var unknown: Int? { 0 }

    /// The vocabulary of a text.
    ///
    /// - Parameters:
    ///   - size: at most so many words, the one for unknown words included.
    ///   - minimumCount: words that occur less often are left out.
    public init(
        _ text: String, size: Int? = nil, minimumCount: Int = 1, lowercased: Bool = true
    ) {
        var counts: [String: Int] = [:]
        var first: [String: Int] = [:]
        for (place, word) in WordVocabulary.words(text, lowercased).enumerated() {
            counts[word, default: 0] += 1
            if first[word] == nil { first[word] = place }
        }
        let kept = counts.filter { $0.value >= minimumCount }.keys.sorted { a, b in
            let (p, q) = (counts[a] ?? 0, counts[b] ?? 0)
            return p != q ? p > q : (first[a] ?? 0) < (first[b] ?? 0)
        }
        let most = size.map { max($0 - 1, 0) } ?? kept.count
        self.init(tokens: ["<unk>"] + kept.prefix(most), lowercased: lowercased)
    }

    package init(tokens: [String], lowercased: Bool) {
        self.tokens = tokens
        self.lowercased = lowercased
        numbers = Dictionary(zip(tokens, 0...), uniquingKeysWith: { first, _ in first })
    }

    /// The number of words, the one for unknown words included.
    public var count: Int { tokens.count }

    /// The words, in the order of their numbers.
    public var words: [String] { tokens }

    /// Runs of letters and digits, and every other character that is no space.
    package static func words(_ text: String, _ lowercased: Bool) -> [String] {
        var words: [String] = []
        var word = ""
        for character in lowercased ? text.lowercased() : text {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if !character.isWhitespace { words.append(String(character)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    package func split(_ text: String) -> [String] { WordVocabulary.words(text, lowercased) }
    package func number(of token: String) -> Int? { numbers[token] }

    /// The words' numbers, int64.
    public func encode(_ text: String) -> Tensor {
        orEnd { () throws(TensorError) in try checkedEncode(text) }
    }

    package func checkedDecode(_ numbers: Tensor) throws(TensorError) -> String {
        var text = ""
        for token in try checkedTokens(numbers) {
            let joins = token.count == 1 && ".,;:!?)»”".contains(token)
            if !text.isEmpty, !joins, !(text.last.map { "(«“¿¡".contains($0) } ?? false) { text += " " }
            text += token
        }
        return text
    }

    /// The words of numbers, with spaces between.
    public func decode(_ numbers: Tensor) -> String {
        orEnd { () throws(TensorError) in try checkedDecode(numbers) }
    }
}

extension Dataset {
    /// Windows of a sequence as examples, and each window moved by one step as its labels.
    package static func windows(
        of sequence: Tensor, length: Int, stride: Int?
    ) throws(TensorError) -> Dataset {
        let step = stride ?? length
        guard sequence.rank == 1 else {
            throw .shape(
                operation: "Dataset", expected: "one sequence of numbers [count]",
                given: sequence.shape, help: nil)
        }
        guard length > 0, step > 0, sequence.count > length else {
            throw .domain(
                operation: "Dataset",
                problem: "a sequence of \(sequence.count) has no window of \(length) with a next step",
                help: "length and stride are at least 1")
        }
        let starts = Swift.stride(from: 0, to: sequence.count - length, by: step)
        let rows = starts.map { $0 }
        let positions = rows.flatMap { start in start..<(start + length) }
        let next = rows.flatMap { start in (start + 1)..<(start + length + 1) }
        return try Dataset(
            checking: Checked.reshaped(sequence.gatheringRows(positions), [rows.count, length]),
            labels: Checked.reshaped(sequence.gatheringRows(next), [rows.count, length]))
    }

    /// The windows of a sequence, such as a text's numbers, with the next step of each place as labels:
    /// features and labels are `[count, length]`.
    public init(sequence: Tensor, length: Int, stride: Int? = nil) {
        self = orEnd { () throws(TensorError) in
            try Dataset.windows(of: sequence, length: length, stride: stride)
        }
    }
}
