internal import DataFrames
internal import Datasets
internal import Language
internal import Learning
internal import Tensors

extension Dataset: CellObject {}
extension TrainTestSplit: CellObject {}
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

private func declareData(_ table: DeclarationTable) {
    let dataset = Binder.type(table, Dataset.self, "struct Dataset", "Examples and their labels.", "let digits = Digits.load()\nprint(digits.images.shape, digits.labels.shape)", describe: { $0.description })
    dataset("init(_ features: Tensor, _ labels: Tensor)", "Examples along the first axis, with their labels.", "print(Dataset(Tensor.ones(2, 3), Tensor([0, 1])).count)") { (x: Tensor, y: Tensor) throws -> Dataset in try Dataset(checking: x, labels: y) }
    for name in ["features", "images"] { dataset("var \(name): Tensor { get }", "The examples.") { (data: Dataset) in data.features } }
    dataset("var labels: Tensor { get }", "The labels.") { (data: Dataset) in data.labels }
    dataset("var classNames: [String] { get }", "What the classes are called.") { (data: Dataset) -> [String] in data.classNames }
    dataset("var count: Int { get }", "The number of examples.") { (data: Dataset) -> Int in data.count }
    dataset("func shuffled() -> Dataset", "In random order, from the session's generator.", "print(Digits.load().shuffled().count)") { (data: Dataset) throws -> Dataset in try data.checkedShuffled() }
    dataset("func prefix(_ count: Int) -> Dataset", "The first examples.", "print(Digits.load().prefix(10).count)") { (data: Dataset, count: Int) throws -> Dataset in try data.checkedPrefix(count) }
    dataset("func split(_ fraction: Double) -> (Dataset, Dataset)", "The first part and the rest.", "let (train, test) = Digits.load().split(0.8)\nprint(train.count, test.count)") { (data: Dataset, fraction: Double) throws -> (Dataset, Dataset) in try data.checkedSplit(fraction) }
    dataset("func batched(_ size: Int, droppingLast: Bool = false) -> [(Tensor, Tensor)]", "Examples and labels in batches.", "for (x, y) in Digits.load().prefix(8).batched(4) { print(x.shape, y.shape) }") { (data: Dataset, size: Int, dropping: Bool) throws -> [CellTuple<Tensor, Tensor>] in
        guard size > 0 else { throw TensorError.domain(operation: "batched", problem: "a batch needs at least 1 example, given \(size)", help: nil) }
        return data.batched(size, droppingLast: dropping).map { CellTuple($0.0, $0.1) }
    }
    let digits = Binder.type(table, DatasetName.self, "enum Digits", "1797 handwritten digits of 8×8 pixels from 0 to 16 (Alpaydin and Kaynak 1998), as scikit-learn has them.", "print(Digits.load().count)", describe: { _ in "Digits" })
    digits("static func load() throws -> Dataset", "All images with their labels.") { () throws -> Dataset in try Digits.load() }
    let mnist = Binder.type(table, DatasetName.self, "enum MNIST", "70,000 handwritten digits of 28×28 pixels (LeCun et al. 1998).", "", describe: { _ in "MNIST" })
    mnist("static func load(from folder: String) throws -> (train: Dataset, test: Dataset)", "Both parts, from the folder that holds the original files.") { (folder: String) throws -> (Dataset, Dataset) in
        let parts = try MNIST.load(from: folder)
        return (parts.train, parts.test)
    }
    let fashion = Binder.type(table, DatasetName.self, "enum FashionMNIST", "70,000 pictures of clothing of 28×28 pixels (Xiao et al. 2017).", "", describe: { _ in "FashionMNIST" })
    fashion("static func load(from folder: String? = nil) throws -> (train: Dataset, test: Dataset)", "Both parts, from Debian's package or the folder that holds the original files.") { (folder: String?) throws -> (Dataset, Dataset) in
        let parts = try FashionMNIST.load(from: folder)
        return (parts.train, parts.test)
    }
    let free = Binder(table)
    free("func readIDX(_ path: String) throws -> Tensor", "A tensor from an IDX file, compressed or not.") { (path: String) throws -> Tensor in try readIDX(path) }
    declareSplitting(table)
    declareMetricFunctions(table)
    declareLearning(table)
    declareFrames(table)
}

private func declareSplitting(_ table: DeclarationTable) {
    let split = Binder.type(table, TrainTestSplit.self, "struct TrainTestSplit", "Data to learn from and data to test on.", "let s = trainTestSplit(Tensor.ones(10, 2), Tensor.arange(10))\nprint(s.xTrain.shape, s.xTest.shape)", describe: { "TrainTestSplit(\($0.xTrain.shape[0]) to train, \($0.xTest.shape[0]) to test)" })
    for (name, part) in [("xTrain", { $0.xTrain } as (TrainTestSplit) -> Tensor), ("xTest", { $0.xTest }), ("yTrain", { $0.yTrain }), ("yTest", { $0.yTest })] {
        split("var \(name): Tensor { get }", "The part \(name).") { (split: TrainTestSplit) in part(split) }
    }
    let free = Binder(table)
    free("func trainTestSplit(_ x: Tensor, _ y: Tensor, testFraction: Double = 0.2, shuffle: Bool = true, stratify: Bool = false) -> TrainTestSplit", "Examples and labels divided at random into two parts.", "let s = trainTestSplit(Tensor.ones(10, 2), Tensor.arange(10))\nprint(s.yTest.count)") { (x: Tensor, y: Tensor, fraction: Double, shuffle: Bool, stratify: Bool) throws -> TrainTestSplit in try Splitting.split(x, y, testFraction: fraction, shuffle: shuffle, stratify: stratify) }
}

private func declareFrames(_ table: DeclarationTable) {
    let frame = Binder.type(table, DataFrame.self, "struct DataFrame", "A table with named columns.", "", describe: { $0.description }, equal: { $0 == $1 })
    frame("init(csv path: String, separator: String = \",\") throws", "The table of a CSV file, compressed or not.") { (path: String, separator: String) throws -> DataFrame in try DataFrame(csv: path, separator: separator) }
    frame("init(csvText text: String, separator: String = \",\") throws", "The table of CSV text.", "print(DataFrame(csvText: \"a,b\\n1,x\\n2,y\"))") { (text: String, separator: String) throws -> DataFrame in try DataFrame(csvText: text, separator: separator) }
    frame("var columns: [String] { get }", "The columns' names.") { (frame: DataFrame) -> [String] in frame.columns }
    frame("var count: Int { get }", "The number of rows.") { (frame: DataFrame) -> Int in frame.count }
    frame("var shape: [Int] { get }", "The numbers of rows and columns.") { (frame: DataFrame) -> [Int] in frame.shape }
    frame("func head(_ count: Int = 5) -> DataFrame", "The first rows.") { (frame: DataFrame, count: Int) throws -> DataFrame in
        guard count >= 0 else { throw TensorError.domain(operation: "head", problem: "a number of rows cannot be negative: \(count)", help: nil) }
        return frame.head(count)
    }
    Binder(table)("func readCSV(_ path: String, separator: String = \",\") throws -> DataFrame", "The table of a CSV file, compressed or not.") { (path: String, separator: String) throws -> DataFrame in try readCSV(path, separator: separator) }
}

enum DataValues {
    static func rich(_ result: CellResult) -> (any RichDisplayable)? {
        HeapObject.native(result.slots[0], as: DataFrame.self)?.pointee
    }
}
