/// Sets the learning rate at the beginning of each epoch; semantics of Keras'
/// `LearningRateScheduler`.
///
///     LearningRateScheduler { epoch, rate in epoch < 10 ? rate : rate * 0.9 }
///
/// Epochs count from 1.
public final class LearningRateScheduler: Callback {
    private let schedule: (Int, Double) throws -> Double

    /// The rate of an epoch, from its number and the rate so far.
    public init(_ schedule: @escaping (Int, Double) throws -> Double) {
        self.schedule = schedule
        super.init()
    }

    override func epochBegan(_ epoch: Int, _ context: Context?) throws {
        guard let optimizer = context?.optimizer else { return }
        optimizer.learningRate = try schedule(epoch, optimizer.learningRate)
        try optimizer.validate()
    }
}
