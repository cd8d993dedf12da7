import NeuralNetworks
import Tensors
import Testing

extension TrainingTests {
    /// The bundled digits, read from the sources: images scaled to 0…1, labels.
    private func digits(file: String = #filePath) throws -> (Tensor, Tensor) {
        let folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        let path = folders.joined(separator: "/") + "/Sources/Datasets/Resources/digits.bin"
        let bytes = try Gzip.inflate(FileBytes.read(path))
        let count = bytes.count / 65
        let images = try Tensor.filled([count, 64], as: Float.self) { out in
            for i in out.indices { out[i] = Float(bytes[count + i]) / 16 }
        }
        let labels = try Tensor.filled([count], as: Int64.self) { out in
            for i in out.indices { out[i] = Int64(bytes[i]) }
        }
        return (images, labels)
    }

    @Test func `a network with dropout learns the digits`() throws {
        setRandomSeed(42)
        let (images, labels) = try digits()
        let count = images.shape[0]
        let order = try RandomOrder.permutation(count)
        let cut = count / 5
        let (x, y) = (
            try images.gatheringRows(order, cut..<count),
            try labels.gatheringRows(order, cut..<count)
        )
        let model = Sequential {
            Dense(64, activation: .relu)
            Dense(128, activation: .relu)
            Dropout(0.2)
            Dense(64, activation: .relu)
            Dense(10, activation: .softmax)
        }
        model.compile(
            optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        var options = FitOptions()
        options.epochs = 60
        options.validationSplit = 0.1
        options.callbacks = [EarlyStopping(patience: 10, restoreBestWeights: true)]
        options.verbose = .silent
        let history = try Training.fit(model, x, y, options)
        #expect(history.epochs.count > 5)
        let logs = try Training.evaluate(
            model, images.gatheringRows(order, 0..<cut), labels.gatheringRows(order, 0..<cut))
        #expect(try logs.value("accuracy") >= 0.97)
    }
}
