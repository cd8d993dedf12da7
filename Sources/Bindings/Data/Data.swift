internal import DataFrames
internal import Datasets
internal import Language
internal import Learning
internal import Tensors

extension Dataset: CellObject {}
extension DataFrame: CellObject {}
extension Column: CellObject {}

/// A name whose static functions load a data set.
struct DatasetName: CellObject {}

func declareLibrary(_ table: DeclarationTable) {
    table.topic = "Layers and models"
    declareLayers(table)
    table.topic = "Training"
    declareTraining(table)
    table.topic = "Figures"
    declarePlots(table)
    table.topic = "Widgets"
    declareWidgets(table)
    table.topic = "Data"
    declareData(table)
    table.topic = "Output"
    declareDisplay(table)
}

/// What a frontend shows beside text.
private func declareDisplay(_ table: DeclarationTable) {
    let free = Binder(table)
    let stream = Binder.type(table, StandardStream.self, "struct FileHandle", "A stream of text: standard output or standard error.", "fputs(\"careful\\n\", stderr)", describe: { "\($0)" })
    _ = stream
    free("var stderr: FileHandle { get }", "Standard error.", "fputs(\"careful\\n\", stderr)") { () -> StandardStream in .error }
    free("var stdout: FileHandle { get }", "Standard output.", "fputs(\"text\\n\", stdout)") { () -> StandardStream in .output }
    free("func fputs(_ text: String, _ stream: FileHandle)", "Writes text to a stream.", "fputs(\"careful\\n\", stderr)") { (text: String, stream: StandardStream) -> CellVoid in
        switch stream {
        case .error: Output.sink.writeError(text)
        case .output: Output.sink.write(text)
        }
        return CellVoid()
    }
    free("func clearOutput(wait: Bool = false)", "Takes away what the cell has shown, at once or when the next output comes.", "clearOutput(wait: true)") { (wait: Bool) -> CellVoid in
        Output.sink.clearOutput(wait: wait)
        return CellVoid()
    }
    free("func display(_ value: Any, id: String? = nil)", "Shows a value where the cell's output is; with an identifier it can be replaced by `updateDisplay`.", "display(3)") { (value: AnyCellValue, id: String?) throws -> CellVoid in
        Output.sink.display(try RichValues.bundle(of: value), id: id)
        return CellVoid()
    }
    free("func updateDisplay(_ value: Any, id: String)", "Replaces what was shown under an identifier.", "display(3, id: \"a\")\nupdateDisplay(4, id: \"a\")") { (value: AnyCellValue, id: String) throws -> CellVoid in
        Output.sink.updateDisplay(try RichValues.bundle(of: value), id: id)
        return CellVoid()
    }
}

/// Standard output or standard error as a value of the language.
enum StandardStream: CellObject {
    case output
    case error
}

/// What `batched` gives, as cells walk over it.
extension Batches: CellObject {}
extension Batches.Iterator: CellObject {}

private func declareData(_ table: DeclarationTable) {
    let few = "let data = Dataset(Tensor.ones(6, 2), Tensor([0, 1, 2, 0, 1, 2]))\n"
    let dataset = Binder.type(table, Dataset.self, "struct Dataset", "Examples and their labels.", "let digits = Digits.load()\nprint(digits.images.shape, digits.labels.shape)", describe: { $0.description })
    dataset("init(_ features: Tensor, _ labels: Tensor)", "Examples along the first axis, with their labels.", "print(Dataset(Tensor.ones(2, 3), Tensor([0, 1])).count)") { (x: Tensor, y: Tensor) throws -> Dataset in try Dataset(checking: x, labels: y) }
    dataset("init(_ features: Tensor, _ labels: Tensor, classNames: [String])", "Examples with labels of classes that have names.", "print(Dataset(Tensor.ones(2, 3), Tensor([0, 1]), classNames: [\"cat\", \"dog\"]).classNames)") { (x: Tensor, y: Tensor, names: [String]) throws -> Dataset in try Dataset(checking: x, labels: y, classNames: names) }
    dataset("init(sequence: Tensor, length: Int, stride: Int? = nil)", "The windows of a sequence, such as a text's numbers; the labels of each are the same window moved by one step. Windows begin `stride` apart, or a length.", "print(Dataset(sequence: Tensor.arange(7), length: 3).labels)") { (sequence: Tensor, length: Int, stride: Int?) throws -> Dataset in try Dataset.windows(of: sequence, length: length, stride: stride) }
    for name in ["features", "images"] { dataset("var \(name): Tensor { get }", "The examples.", few + "print(data.\(name).shape)") { (data: Dataset) in data.features } }
    dataset("var labels: Tensor { get }", "The labels.", few + "print(data.labels)") { (data: Dataset) in data.labels }
    dataset("var classNames: [String] { get }", "What the classes are called.", "print(Iris.load().classNames)") { (data: Dataset) -> [String] in data.classNames }
    dataset("var featureNames: [String] { get }", "What the features are called.", "print(Iris.load().featureNames)") { (data: Dataset) -> [String] in data.featureNames }
    dataset("var count: Int { get }", "The number of examples.", few + "print(data.count)") { (data: Dataset) -> Int in data.count }
    dataset("func frame() -> DataFrame", "The examples as a table: a column for each feature, and the class or target last.", "print(Iris.load().frame().head(2))") { (data: Dataset) throws -> DataFrame in try data.checkedFrame() }
    dataset("subscript(_ position: Int) -> (Tensor, Tensor)", "An example and its label.", few + "print(data[0].1)") { (data: Dataset, position: Int) throws -> (Tensor, Tensor) in try data.example(position) }
    dataset.source("func makeIterator() -> UnfoldSequence<(Tensor, Tensor)> {\n let data = self\n var i = -1\n return UnfoldSequence {\n  i += 1\n  return i < data.count ? data[i] : nil\n }\n}", "What gives the examples one after the other.", few + "for (x, y) in data { print(x, y) }")
    dataset("func shuffled() -> Dataset", "In random order, from the session's generator.", few + "print(data.shuffled().count)") { (data: Dataset) throws -> Dataset in try data.checkedShuffled() }
    dataset("func prefix(_ count: Int) -> Dataset", "The first examples.", few + "print(data.prefix(2).count)") { (data: Dataset, count: Int) throws -> Dataset in try data.checkedPrefix(count) }
    dataset("func split(_ fraction: Double) -> (Dataset, Dataset)", "The first part and the rest.", "let (train, test) = Digits.load().split(0.8)\nprint(train.count, test.count)") { (data: Dataset, fraction: Double) throws -> (Dataset, Dataset) in try data.checkedSplit(fraction) }
    dataset("func map(_ transform: (Tensor, Tensor) throws -> (Tensor, Tensor)) -> Dataset", "What a function makes of each example and its label.", few + "print(data.map { x, y in (x * 2, y) }.features.shape)") { (data: Dataset, transform: CellClosure<CellTuple<Tensor, Tensor>, Tensor, Tensor>) throws -> Dataset in try data.map { try transform($0, $1).elements } }
    dataset("func filter(_ test: (Tensor, Tensor) throws -> Bool) -> Dataset", "The examples that a test of example and label holds for.", few + "print(data.filter { x, y in y.item() == 0 }.count)") { (data: Dataset, test: CellClosure<Bool, Tensor, Tensor>) throws -> Dataset in try data.checkedFilter { try test($0, $1) } }
    dataset("func batched(_ size: Int, droppingLast: Bool = false, shuffled: Bool = false) -> Batches", "Examples and labels in batches; with `shuffled` each walk over them has a new random order.", "for (x, y) in Digits.load().prefix(8).batched(4) { print(x.shape, y.shape) }") { (data: Dataset, size: Int, dropping: Bool, shuffled: Bool) throws -> Batches in
        try data.checkedBatched(size, droppingLast: dropping, shuffled: shuffled)
    }
    declareBatches(table, few)
    declareReaders(table)
    declareSplitting(table)
    declareMetricFunctions(table)
    declareLearning(table)
    declareFrames(table)
    declareTexts(table)
    declareAudio(table)
}

private func declareBatches(_ table: DeclarationTable, _ few: String) {
    table.conform("Batches", to: "Sequence", types: ["Element": "(Tensor, Tensor)"])
    let batches = Binder.type(table, Batches.self, "struct Batches", "The examples of a data set in batches, made when they are asked for.", few + "for (x, y) in data.batched(4) { print(x.shape, y) }", describe: { "Batches(\($0.count) of \($0.size))" })
    batches("var count: Int { get }", "The number of batches.", few + "print(data.batched(4).count)") { (batches: Batches) -> Int in batches.count }
    batches("var underestimatedCount: Int { get }", "The number of batches.", few + "print(data.batched(4).underestimatedCount)") { (batches: Batches) -> Int in batches.count }
    batches("var isEmpty: Bool { get }", "Whether there are none.", few + "print(data.batched(4).isEmpty)") { (batches: Batches) -> Bool in batches.count == 0 }
    batches("var first: (Tensor, Tensor)? { get }", "The first batch, or nil.", few + "if let (x, y) = data.batched(4).first { print(x.shape, y) }") { (batches: Batches) throws -> CellTuple<Tensor, Tensor>? in
        guard batches.count > 0 else { return nil }
        let batch = try batches.batch(0)
        return CellTuple(batch.0, batch.1)
    }
    batches("subscript(_ index: Int) -> (Tensor, Tensor)", "The batch at a position of the data's own order.", few + "print(data.batched(4)[1].1)") { (batches: Batches, index: Int) throws -> (Tensor, Tensor) in try batches.batch(index) }
    batches("func prefetch(_ count: Int = 2) -> Batches", "The same batches, made by a second thread so many ahead of their use.", few + "for (x, y) in data.batched(2, shuffled: true).prefetch() { print(x.shape, y.shape) }") { (batches: Batches, count: Int) -> Batches in batches.prefetch(count) }
    batches("func makeIterator() -> BatchIterator", "What gives the batches one after the other.", few + "var i = data.batched(4).makeIterator()\nif let (x, _) = i.next() { print(x.shape) }") { (batches: Batches) throws -> Batches.Iterator in try Batches.Iterator(batches) }
    let iterator = Binder.type(table, Batches.Iterator.self, "final class BatchIterator", "One walk over batches.", few + "var i = data.batched(4).makeIterator()\nif let (x, _) = i.next() { print(x.shape) }", describe: { _ in "BatchIterator" })
    iterator("func next() -> (Tensor, Tensor)?", "The next batch, or nil after the last.", few + "let i = data.batched(4).makeIterator()\nprint(i.next() != nil)") { (iterator: Batches.Iterator) throws -> CellTuple<Tensor, Tensor>? in
        try iterator.checkedNext().map { CellTuple($0.0, $0.1) }
    }
}

private func declareSplitting(_ table: DeclarationTable) {
    Binder(table)("func trainTestSplit(_ x: Tensor, _ y: Tensor, testFraction: Double = 0.2, shuffle: Bool = true, stratify: Bool = false) -> (xTrain: Tensor, xTest: Tensor, yTrain: Tensor, yTest: Tensor)", "Examples and labels divided at random into a part to learn from and a part to test with; `stratify` keeps the classes' proportions in both.", "let (xTrain, xTest, yTrain, yTest) = trainTestSplit(Tensor.ones(10, 2), Tensor.arange(10))\nprint(xTrain.shape, xTest.shape, yTrain.count, yTest.count)") { (x: Tensor, y: Tensor, fraction: Double, shuffle: Bool, stratify: Bool) throws -> (Tensor, Tensor, Tensor, Tensor) in
        let split = try Splitting.split(x, y, testFraction: fraction, shuffle: shuffle, stratify: stratify)
        return (split.xTrain, split.xTest, split.yTrain, split.yTest)
    }
}

enum DataValues {
    static func rich(_ result: CellResult) -> (any RichDisplayable)? {
        HeapObject.native(result.slots[0], as: DataFrame.self)?.pointee
    }
}
