// An LSTM on the characters of Don Quijote. Given: seed, epochs, examples (windows of 64).
setRandomSeed(seed)
let text = try Quijote.load()
let vocabulary = CharacterVocabulary(text)
let numbers = vocabulary.encode(text)
let cut = numbers.count * 9 / 10
let train = Dataset(sequence: numbers[..<cut], length: 64).prefix(examples)
let test = Dataset(sequence: numbers[cut...], length: 64)
let model = Sequential {
    Embedding(vocabulary: vocabulary.count, dimensions: 32)
    LSTM(128, returnSequences: true)
    Dense(vocabulary.count)
}
model.compile(optimizer: Adam(learningRate: 0.003), loss: .sparseCategoricalCrossentropy(fromLogits: true))
model.fit(train.features, train.labels, epochs: epochs, batchSize: 32, verbose: .silent)
print("parameters \(model.parameterCount)")
print("figure \(model.evaluate(test.features, test.labels)["loss"] / log(2.0))")
