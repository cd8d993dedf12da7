import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Saves after each epoch all that training needs to go on — parameters, what the optimizer
/// remembers, random numbers, history — and goes on from there when `fit` is called with a file that
/// exists; semantics of Keras' `BackupAndRestore`.
///
///     model.fit(x, y, epochs: 20, callbacks: [BackupAndRestore("run.safetensors")])
///
/// A training that was broken off and taken up again gives the same numbers, bit for bit, as one
/// that ran through.
public final class BackupAndRestore: Callback {
    public let path: String
    /// Whether the file is deleted when training ends as it should.
    public let deletesAtEnd: Bool

    public init(_ path: String, deletesAtEnd: Bool = false) {
        self.path = path
        self.deletesAtEnd = deletesAtEnd
        super.init()
    }

    override func begin(_ context: Context) throws {
        guard FileBytes.exists(path) else { return }
        guard
            let state = try ModelFile.load(context.model, from: path, optimizer: context.optimizer)
        else { return }
        RandomGenerator.shared.move(to: (state.seed, state.counter))
        context.position.epoch = state.epoch
        context.position.history = History(
            keys: state.keys, values: state.values, epochs: state.epoch)
    }

    override func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        try ModelFile.save(
            context.model, to: path, optimizer: context.optimizer, epoch: epoch,
            history: context.position.history)
        return .proceed
    }

    override func end(_ context: Context) throws {
        if deletesAtEnd { unlink(path) }
    }
}
