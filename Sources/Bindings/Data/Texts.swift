internal import Datasets
internal import Language
internal import Tensors

extension CharacterVocabulary: CellObject {}
extension WordVocabulary: CellObject {}
extension Audio: CellObject {}

/// Numbers for the parts of texts.
func declareTexts(_ table: DeclarationTable) {
    let letters = "let vocabulary = CharacterVocabulary(\"en un lugar\")\n"
    let characters = Binder.type(table, CharacterVocabulary.self, "struct CharacterVocabulary", "A number for each character of a text.", letters + "print(vocabulary.decode(vocabulary.encode(\"lugar\")))", describe: { "CharacterVocabulary(\($0.count) characters)" })
    characters("init(_ text: String)", "The characters of a text, in the order of their code points.", letters + "print(vocabulary.count)") { (text: String) -> CharacterVocabulary in CharacterVocabulary(text) }
    characters("var count: Int { get }", "The number of characters.", letters + "print(vocabulary.count)") { (vocabulary: CharacterVocabulary) -> Int in vocabulary.count }
    characters("var characters: [String] { get }", "The characters, in the order of their numbers.", letters + "print(vocabulary.characters)") { (vocabulary: CharacterVocabulary) -> [String] in vocabulary.characters }
    characters("func encode(_ text: String) -> Tensor", "The characters' numbers, int64.", letters + "print(vocabulary.encode(\"lugar\"))") { (vocabulary: CharacterVocabulary, text: String) throws -> Tensor in try vocabulary.checkedEncode(text) }
    characters("func decode(_ numbers: Tensor) -> String", "The text of numbers.", letters + "print(vocabulary.decode(Tensor([0, 1])))") { (vocabulary: CharacterVocabulary, numbers: Tensor) throws -> String in try vocabulary.checkedTokens(numbers).joined() }

    let sentence = "let vocabulary = WordVocabulary(\"the cat and the dog\")\n"
    let words = Binder.type(table, WordVocabulary.self, "struct WordVocabulary", "A number for each word and punctuation mark of a text, the most frequent first; 0 is for words that it does not have.", sentence + "print(vocabulary.words)", describe: { "WordVocabulary(\($0.count) words)" })
    words("init(_ text: String, size: Int? = nil, minimumCount: Int = 1, lowercased: Bool = true)", "The words of a text; at most `size` with the unknown one, none that occurs less often than `minimumCount`.", "print(WordVocabulary(\"a b b\", minimumCount: 2).words)") { (text: String, size: Int?, least: Int, lowercased: Bool) -> WordVocabulary in WordVocabulary(text, size: size, minimumCount: least, lowercased: lowercased) }
    words("var count: Int { get }", "The number of words, the unknown one included.", sentence + "print(vocabulary.count)") { (vocabulary: WordVocabulary) -> Int in vocabulary.count }
    words("var words: [String] { get }", "The words, in the order of their numbers.", sentence + "print(vocabulary.words)") { (vocabulary: WordVocabulary) -> [String] in vocabulary.words }
    words("func encode(_ text: String) -> Tensor", "The words' numbers, int64.", sentence + "print(vocabulary.encode(\"the bird\"))") { (vocabulary: WordVocabulary, text: String) throws -> Tensor in try vocabulary.checkedEncode(text) }
    words("func decode(_ numbers: Tensor) -> String", "The words of numbers, with spaces between.", sentence + "print(vocabulary.decode(Tensor([1, 2])))") { (vocabulary: WordVocabulary, numbers: Tensor) throws -> String in try vocabulary.checkedDecode(numbers) }
}

/// Sound.
func declareAudio(_ table: DeclarationTable) {
    let tone = "let tone = Audio(sin(Tensor.arange(800).asType(.float32) / 4), sampleRate: 8000)\n"
    let audio = Binder.type(table, Audio.self, "struct Audio", "Sound: samples from −1 to 1 and how many of them make a second.", tone + "print(tone)", describe: { $0.description })
    audio("init(_ samples: Tensor, sampleRate: Int)", "Samples [frames] or [frames, channels].", tone + "print(tone.duration)") { (samples: Tensor, rate: Int) throws -> Audio in try Audio(checking: samples, sampleRate: rate) }
    audio("var samples: Tensor { get }", "The samples, [frames] or [frames, channels].", tone + "print(tone.samples.shape)") { (audio: Audio) in audio.samples }
    audio("var sampleRate: Int { get }", "Frames in a second.", tone + "print(tone.sampleRate)") { (audio: Audio) -> Int in audio.sampleRate }
    audio("var duration: Double { get }", "The length in seconds.", tone + "print(tone.duration)") { (audio: Audio) -> Double in audio.duration }
    audio("func save(wav path: String) throws", "Writes a WAV file of 16 bits.", tone + "tone.save(wav: \"tone.wav\")") { (audio: Audio, path: String) throws -> CellVoid in
        try audio.save(wav: path)
        return CellVoid()
    }
    Binder(table)("func readWAV(_ path: String) throws -> Audio", "The sound of a WAV file: PCM of 8, 16, 24 or 32 bits, or floating point.", tone + "tone.save(wav: \"tone.wav\")\nprint(readWAV(\"tone.wav\").samples.shape)") { (path: String) throws -> Audio in try readWAV(path) }
}
