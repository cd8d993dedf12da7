internal import Language
internal import NeuralNetworks

/// What layers, optimizers and callbacks were made with, by the names of their initialisers.
func declareModelSettings(_ table: DeclarationTable) {
    declareCoreSettings(table)
    declareSequenceSettings(table)
    declareOptimizerSettings(table)
    declareCallbackSettings(table)
}

private func layers(_ table: DeclarationTable) -> Settings<LayerValue> { Settings(table) { $0.layer } }

private func declareCoreSettings(_ table: DeclarationTable) {
    let layer = layers(table)
    Binder(table, on: "Sequential")("var layers: [any Layer] { get }", "The layers, in the order in which they are called.", "for layer in Sequential([Dense(8), Dense(2)]).layers { print(layer) }") { (model: LayerValue) -> [LayerElement] in
        ((model.layer as? Sequential)?.layers ?? []).map { LayerElement(layer: $0, table: table) }
    }
    layer("Dense", "Dense(2)", "units: Int", "How many numbers come out.") { (layer: Dense) in layer.units }
    layer("Dense", "Dense(2)", "useBias: Bool", "Whether a bias is added.") { (layer: Dense) in layer.useBias }
    layer("Dense", "Dense(2, activation: .relu)", "activation: ActivationFunction", "What the result goes through.") { (layer: Dense) in layer.activation }
    layer("Activation", "Activation(.relu)", "function: ActivationFunction", "The function.") { (layer: Activation) in layer.function }
    layer("Maxout", "Maxout(2, pieces: 3)", "units: Int", "How many numbers come out.") { (layer: Maxout) in layer.units }
    layer("Maxout", "Maxout(2, pieces: 3)", "pieces: Int", "Of how many linear functions the largest counts.") { (layer: Maxout) in layer.pieces }
    layer("Embedding", "Embedding(vocabulary: 10, dimensions: 4)", "vocabulary: Int", "How many tokens there are.") { (layer: Embedding) in layer.vocabulary }
    layer("Embedding", "Embedding(vocabulary: 10, dimensions: 4)", "dimensions: Int", "How many numbers stand for a token.") { (layer: Embedding) in layer.dimensions }
    layer("Dropout", "Dropout(0.5)", "rate: Double", "The part that is dropped.") { (layer: Dropout) in layer.rate }
    layer("SpatialDropout", "SpatialDropout(0.5)", "rate: Double", "The part of the channels that is dropped.") { (layer: SpatialDropout) in layer.rate }
    layer("GaussianDropout", "GaussianDropout(0.5)", "rate: Double", "The rate of a dropout with as much noise.") { (layer: GaussianDropout) in layer.rate }
    layer("GaussianNoise", "GaussianNoise(0.1)", "std: Double", "The noise's standard deviation.") { (layer: GaussianNoise) in layer.std }
    layer("Reshape", "Reshape(2, 2)", "extents: [Int]", "The shape of one example.") { (layer: Reshape) in layer.extents }
    layer("Rescaling", "Rescaling(2, offset: 1)", "scale: Double", "What the input is multiplied by.") { (layer: Rescaling) in layer.scale }
    layer("Rescaling", "Rescaling(2, offset: 1)", "offset: Double", "What is added.") { (layer: Rescaling) in layer.offset }
    for (name, make) in [("Conv1D", "Conv1D(4, kernelSize: 3)"), ("Conv2D", "Conv2D(4, kernelSize: 3)"), ("Conv2DTranspose", "Conv2DTranspose(4, kernelSize: 3)"), ("Conv1DTranspose", "Conv1DTranspose(4, kernelSize: 3)")] {
        layer(name, make, "filters: Int", "How many channels come out.") { (layer: ConvolutionLayer) in layer.filters }
        layer(name, make, "useBias: Bool", "Whether a bias is added.") { (layer: ConvolutionLayer) in layer.useBias }
        layer(name, make, "activation: ActivationFunction", "What the result goes through.") { (layer: ConvolutionLayer) in layer.activation }
    }
    layer("DepthwiseConv2D", "DepthwiseConv2D(kernelSize: 3, multiplier: 2)", "multiplier: Int", "How many channels come out for each that comes in.") { (layer: DepthwiseConv2D) in layer.multiplier }
    for (name, make) in [("LayerNorm", "LayerNorm()"), ("RMSNorm", "RMSNorm()"), ("GroupNorm", "GroupNorm(groups: 2)"), ("BatchNorm", "BatchNorm()")] {
        layer(name, make, "epsilon: Double", "What is added to the variance.") { (layer: NormalizationLayer) in layer.epsilon }
    }
    layer("BatchNorm", "BatchNorm()", "momentum: Double", "How much of the running statistics stays at each step.") { (layer: BatchNorm) in layer.momentum }
}

private func declareSequenceSettings(_ table: DeclarationTable) {
    let layer = layers(table)
    for name in ["SimpleRNN", "LSTM", "GRU"] {
        layer(name, "\(name)(4)", "units: Int", "The size of the state.") { (layer: RecurrentLayer) in layer.units }
        layer(name, "\(name)(4)", "returnSequences: Bool", "Whether the states of all steps come out, instead of the last.") { (layer: RecurrentLayer) in layer.returnSequences }
        layer(name, "\(name)(4)", "goBackwards: Bool", "Whether the last step comes first.") { (layer: RecurrentLayer) in layer.goBackwards }
        layer(name, "\(name)(4)", "dropout: Double", "The part of the input that is dropped while training.") { (layer: RecurrentLayer) in layer.dropout }
    }
    let attention = "MultiHeadAttention(heads: 2, dimensions: 8)"
    layer("MultiHeadAttention", attention, "heads: Int", "How many heads attend side by side.") { (layer: MultiHeadAttention) in layer.heads }
    layer("MultiHeadAttention", attention, "dimensions: Int", "The size of what comes out.") { (layer: MultiHeadAttention) in layer.dimensions }
    layer("MultiHeadAttention", attention, "causal: Bool", "Whether a step sees only those before it.") { (layer: MultiHeadAttention) in layer.causal }
    layer("MultiHeadAttention", attention, "dropout: Double", "The part of the weights that is dropped while training.") { (layer: MultiHeadAttention) in layer.dropout }
    let encoder = "TransformerEncoderBlock(heads: 2, feedForward: 16)"
    layer("TransformerEncoderBlock", encoder, "heads: Int", "How many heads attend side by side.") { (layer: TransformerEncoderBlock) in layer.heads }
    layer("TransformerEncoderBlock", encoder, "feedForward: Int", "The size of the layer in the middle of the second half.") { (layer: TransformerEncoderBlock) in layer.feedForward }
    layer("TransformerEncoderBlock", encoder, "dropout: Double", "The part that is dropped while training.") { (layer: TransformerEncoderBlock) in layer.dropout }
    layer("TransformerEncoderBlock", encoder, "normFirst: Bool", "Whether it is normalised before each half, not after.") { (layer: TransformerEncoderBlock) in layer.normFirst }
    let decoder = "TransformerDecoderBlock(heads: 2, feedForward: 16)"
    layer("TransformerDecoderBlock", decoder, "heads: Int", "How many heads attend side by side.") { (layer: TransformerDecoderBlock) in layer.heads }
    layer("TransformerDecoderBlock", decoder, "feedForward: Int", "The size of the layer in the middle of the last part.") { (layer: TransformerDecoderBlock) in layer.feedForward }
    layer("TransformerDecoderBlock", decoder, "dropout: Double", "The part that is dropped while training.") { (layer: TransformerDecoderBlock) in layer.dropout }
    layer("TransformerDecoderBlock", decoder, "normFirst: Bool", "Whether it is normalised before each part, not after.") { (layer: TransformerDecoderBlock) in layer.normFirst }
    layer("PatchEmbedding", "PatchEmbedding(patchSize: 4, dimensions: 8)", "patchSize: Int", "A patch's height and width.") { (layer: PatchEmbedding) in layer.patchSize }
    layer("PatchEmbedding", "PatchEmbedding(patchSize: 4, dimensions: 8)", "dimensions: Int", "How many numbers stand for a patch.") { (layer: PatchEmbedding) in layer.dimensions }
}

private func declareOptimizerSettings(_ table: DeclarationTable) {
    let optimizer = Settings(table) { (value: OptimizerValue) in value.optimizer }
    let decay = ("weightDecay: Double", "How much of each weight is taken away for each unit of the learning rate.")
    optimizer("SGD", "SGD(momentum: 0.9)", "momentum: Double", "How much of the last step goes on.") { (sgd: SGD) in sgd.momentum }
    optimizer("SGD", "SGD(momentum: 0.9, nesterov: true)", "nesterov: Bool", "Whether the gradient is taken ahead of the step.") { (sgd: SGD) in sgd.nesterov }
    optimizer("SGD", "SGD(weightDecay: 1e-4)", decay.0, decay.1) { (sgd: SGD) in sgd.weightDecay }
    for name in ["Adam", "AdamW"] {
        optimizer(name, "\(name)()", "beta1: Double", "How much of the mean of the gradients stays at each step.") { (adam: Adam) in adam.beta1 }
        optimizer(name, "\(name)()", "beta2: Double", "How much of the mean of their squares stays at each step.") { (adam: Adam) in adam.beta2 }
        optimizer(name, "\(name)()", "epsilon: Double", "What is added to the root of the mean square.") { (adam: Adam) in adam.epsilon }
        optimizer(name, "\(name)()", decay.0, decay.1) { (adam: Adam) in adam.weightDecay }
    }
    optimizer("RMSprop", "RMSprop()", "decay: Double", "How much of the mean square stays at each step.") { (rms: RMSprop) in rms.decay }
    optimizer("RMSprop", "RMSprop()", "momentum: Double", "How much of the last step goes on.") { (rms: RMSprop) in rms.momentum }
    optimizer("RMSprop", "RMSprop()", "epsilon: Double", "What is added to the root of the mean square.") { (rms: RMSprop) in rms.epsilon }
}

private func declareCallbackSettings(_ table: DeclarationTable) {
    let callback = Settings(table) { (value: CallbackValue) in value.callback }
    let early = "EarlyStopping(patience: 3)"
    callback("EarlyStopping", early, "patience: Int", "How many epochs it waits for something better.") { (own: EarlyStopping) in own.patience }
    callback("EarlyStopping", early, "minDelta: Double", "What a change must exceed to count.") { (own: EarlyStopping) in own.minDelta }
    callback("EarlyStopping", early, "restoreBestWeights: Bool", "Whether the weights of the best epoch are taken back at the end.") { (own: EarlyStopping) in own.restoreBestWeights }
    callback("EarlyStopping", early, "monitor: Monitor", "The figure it watches.") { (own: EarlyStopping) in own.monitor }
    callback("EarlyStopping", early, "best: Double?", "The best value so far, nil before the first epoch.") { (own: EarlyStopping) in own.best }
    callback("EarlyStopping", early, "bestEpoch: Int?", "The epoch of the best value, from 1, nil before the first.") { (own: EarlyStopping) in own.bestEpoch }
    callback("ReduceLROnPlateau", "ReduceLROnPlateau(factor: 0.5)", "factor: Double", "What the learning rate is multiplied by.") { (own: ReduceLROnPlateau) in own.factor }
    callback("ReduceLROnPlateau", "ReduceLROnPlateau(factor: 0.5)", "patience: Int", "How many epochs it waits for something better.") { (own: ReduceLROnPlateau) in own.patience }
    callback("ReduceLROnPlateau", "ReduceLROnPlateau(factor: 0.5)", "minLearningRate: Double", "What the learning rate does not go below.") { (own: ReduceLROnPlateau) in own.minLearningRate }
    callback("ModelCheckpoint", "ModelCheckpoint(\"best.safetensors\")", "path: String", "The file it writes.") { (own: ModelCheckpoint) in own.path }
    callback("CSVLogger", "CSVLogger(\"training.csv\")", "path: String", "The file it writes.") { (own: CSVLogger) in own.path }
    let history = Settings(table) { (value: History) in value }
    history("History", "let model = Dense(1)\nmodel.compile(optimizer: SGD(), loss: .meanSquaredError)\nmodel.fit(Tensor.ones(4, 2), Tensor.ones(4, 1), epochs: 1, verbose: .silent)", "stopReason: String?", "Why training ended before its last epoch.") { (own: History) in own.stopReason }
}
