public import Tensors

/// Gradients at models, with errors and closures that throw.
package enum ModelCalculus {
    /// The value of a scalar computed with a model, and its gradient at the model's trainable
    /// parameters. The learning phase is training inside the closure.
    ///
    /// - Throws: what `body` throws; when its value is no floating-point scalar.
    package static func valueWithGradient<Model: Layer>(
        at model: Model, of body: (Model) throws -> Tensor
    ) throws -> (value: Tensor, gradient: ModelGradient) {
        try valueWithGradient(atLayer: model) { try body(model) }
    }

    /// The same for a model whose type is not known and a computation that has it already.
    package static func valueWithGradient(
        atLayer model: any Layer, of body: () throws -> Tensor
    ) throws -> (value: Tensor, gradient: ModelGradient) {
        let (value, recording, tensors) = try record(ModelWalk.parameters(of: model), body)
        return (
            value,
            ModelGradient(model: model, parameters: recording.parameters, tensors: tensors)
        )
    }

    /// Records a computation that reads these parameters and any that layers make meanwhile.
    @inline(__always)
    static func record(
        _ parameters: [Parameter], _ body: () throws -> Tensor
    ) throws -> (value: Tensor, recording: Recording, gradients: [Tensor]) {
        let state = NetworkState.current
        let recording = Recording()
        let outer = (state.recording, state.phase)
        state.recording = recording
        state.phase = .training
        defer {
            (state.recording, state.phase) = outer
            recording.scope.close()
        }
        recording.reserve(parameters.count)
        for parameter in parameters { try recording.watch(parameter) }
        let value = try body()
        return (value, recording, try recording.scope.gradients(of: value))
    }
}

/// The value of a scalar computed with a model, and its gradient at the model's parameters.
///
///     let (loss, gradient) = valueWithGradient(at: model) { model in
///         softmaxCrossEntropy(logits: model(x), labels: y)
///     }
///     optimizer.update(&model, along: gradient)
///
/// The learning phase is training inside the closure. Sizes that the first call infers are inferred
/// here too.
public func valueWithGradient<Model: Layer, Failure: Error>(
    at model: Model, of body: (Model) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: ModelGradient) {
    do {
        return try ModelCalculus.valueWithGradient(at: model) { try body($0) }
    } catch let error as Failure {
        throw error
    } catch {
        fatalError("\(error)")
    }
}

/// The gradient of a scalar computed with a model, at the model's parameters.
public func gradient<Model: Layer, Failure: Error>(
    at model: Model, of body: (Model) throws(Failure) -> Tensor
) throws(Failure) -> ModelGradient {
    try valueWithGradient(at: model, of: body).gradient
}
