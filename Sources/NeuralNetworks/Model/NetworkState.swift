package import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What layers look at while they run: one of these for each thread.
package final class NetworkState {
    /// The learning phase in force.
    @exclusivity(unchecked) package var phase = LearningPhase.inference
    /// The recording that new parameters join, innermost first.
    @exclusivity(unchecked) package var recording: Recording?
    /// Whether the last softmax or sigmoid keeps what it was applied to, for the loss.
    @exclusivity(unchecked) package var observesOutputs = false
    /// The last softmax or sigmoid of a layer: its result and what it was applied to.
    @exclusivity(unchecked) package var lastOutput:
        (output: Tensor, logits: Tensor, kind: ActivationFunction.Kind)?

    /// The layer inside which the first value that is not finite was made, while that is looked for.
    @exclusivity(unchecked) package var firstNonFinite: String?

    private init() {}

    /// Runs `body` as if no layer were at work.
    package func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        let saved = (phase, recording, observesOutputs, lastOutput, firstNonFinite)
        (phase, recording, observesOutputs, lastOutput, firstNonFinite) = (.inference, nil, false, nil, nil)
        defer { (phase, recording, observesOutputs, lastOutput, firstNonFinite) = saved }
        return try body()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { pointer in
            #if canImport(Glibc)
                guard let pointer else { return }
            #endif
            Unmanaged<NetworkState>.fromOpaque(pointer).release()
        }
        return key
    }()

    /// This thread's state.
    package static var current: NetworkState {
        if let pointer = pthread_getspecific(key) {
            return Unmanaged<NetworkState>.fromOpaque(pointer).takeUnretainedValue()
        }
        let state = NetworkState()
        pthread_setspecific(key, Unmanaged.passRetained(state).toOpaque())
        return state
    }
}

/// Parameters watched by a gradient scope, in order; layers that are built inside the closure add
/// theirs, so that the first step trains them too.
package final class Recording {
    package let scope = GradientScope()
    @exclusivity(unchecked) package private(set) var parameters: [Parameter] = []

    package init() {}

    /// Makes room for so many parameters.
    func reserve(_ count: Int) {
        parameters.reserveCapacity(count)
        scope.reserve(count)
    }

    package func watch(_ parameter: Parameter) throws(TensorError) {
        guard parameter.trainable else { return }
        try scope.watch(parameter.value)
        parameters.append(parameter)
    }

    /// A parameter that a layer has just made, added to the recording in progress.
    static func created(_ parameter: Parameter) throws(TensorError) -> Parameter {
        try NetworkState.current.recording?.watch(parameter)
        return parameter
    }
}
