import Tensors

/// Layers made from what a saved model says of them.
package enum Architecture {
    /// A layer like the one that was saved, without its parameters' values.
    ///
    /// - Throws: when the type is not known here, or a value is missing.
    package static func layer(_ configuration: Configuration) throws -> BuiltInLayer {
        guard let make = makers[configuration.kind] else {
            throw TensorError.format(
                name: "architecture", problem: "no layer is called '\(configuration.kind)'",
                help: nil)
        }
        return try make(ConfigurationReader(configuration: configuration))
    }

    /// The names of all layers that can be written down.
    package static var kinds: [String] { makers.keys.sorted() }

    private typealias Maker = @Sendable (ConfigurationReader) throws -> BuiltInLayer

    private static func window(_ c: ConfigurationReader) throws -> ConvolutionLayer.Shape {
        ConvolutionLayer.Shape(
            kernelSize: try c.ints("kernelSize"), strides: try c.ints("strides"),
            padding: try c.padding(), dilation: try c.ints("dilation"),
            groups: try c.int("groups"), outputPadding: try c.ints("outputPadding"))
    }

    private static let makers: [String: Maker] = core.merging(
        [convolutions, pooling, sequences, augmentation].reduce(into: [:]) {
            $0.merge($1) { a, _ in a }
        }
    ) { a, _ in a }

    private static let core: [String: Maker] = [
        "Sequential": { Sequential(try $0.layers("layers")) },
        "Dense": {
            Dense(try $0.int("units"), activation: try $0.activation(), useBias: try $0.bool("useBias"))
        },
        "Activation": { Activation(try $0.activation("function")) },
        "Flatten": { _ in Flatten() },
        "Reshape": { Reshape(try $0.ints("extents")) },
        "Permute": { Permute(try $0.ints("axes")) },
        "RepeatVector": { RepeatVector(try $0.int("count")) },
        "Rescaling": { Rescaling(try $0.real("scale"), offset: try $0.real("offset")) },
        "Dropout": { Dropout(try $0.real("rate")) },
        "SpatialDropout": { SpatialDropout(try $0.real("rate")) },
        "GaussianNoise": { GaussianNoise(try $0.real("std")) },
        "GaussianDropout": { GaussianDropout(try $0.real("rate")) },
        "Embedding": {
            Embedding(vocabulary: try $0.int("vocabulary"), dimensions: try $0.int("dimensions"))
        },
        "Maxout": {
            Maxout(
                try $0.int("units"), pieces: try $0.int("pieces"), useBias: try $0.bool("useBias"))
        },
        "PReLU": { PReLU(initial: try $0.real("initial"), shared: try $0.bool("shared")) },
        "LayerNorm": { LayerNorm(epsilon: try $0.real("epsilon")) },
        "RMSNorm": { RMSNorm(epsilon: try $0.real("epsilon")) },
        "BatchNorm": {
            BatchNorm(epsilon: try $0.real("epsilon"), momentum: try $0.real("momentum"))
        },
        "GroupNorm": {
            GroupNorm(groups: try $0.int("groups"), epsilon: try $0.real("epsilon"))
        },
        "InstanceNorm": { InstanceNorm(epsilon: try $0.real("epsilon")) },
        "TimeDistributed": { TimeDistributed(try $0.layer("layer")) },
    ]

    private static let convolutions: [String: Maker] = [
        "Conv2D": {
            Conv2D(
                filters: try $0.int("filters"), try window($0), activation: try $0.activation(),
                useBias: try $0.bool("useBias"))
        },
        "Conv1D": {
            Conv1D(
                filters: try $0.int("filters"), try window($0), activation: try $0.activation(),
                useBias: try $0.bool("useBias"))
        },
        "Conv2DTranspose": {
            Conv2DTranspose(
                filters: try $0.int("filters"), try window($0), activation: try $0.activation(),
                useBias: try $0.bool("useBias"))
        },
        "Conv1DTranspose": {
            Conv1DTranspose(
                filters: try $0.int("filters"), try window($0), activation: try $0.activation(),
                useBias: try $0.bool("useBias"))
        },
        "DepthwiseConv2D": {
            DepthwiseConv2D(
                filters: try $0.int("filters"), try window($0), activation: try $0.activation(),
                useBias: try $0.bool("useBias"))
        },
        "SeparableConv2D": {
            SeparableConv2D(
                try $0.int("filters"), kernelSize: try $0.ints("kernelSize"),
                strides: try $0.ints("strides"), padding: try $0.padding(),
                dilation: try $0.ints("dilation"), multiplier: try $0.int("multiplier"),
                activation: try $0.activation(), useBias: try $0.bool("useBias"))
        },
        "PatchEmbedding": {
            PatchEmbedding(
                patchSize: try $0.int("patchSize"), dimensions: try $0.int("dimensions"))
        },
    ]

    private static let pooling: [String: Maker] = [
        "MaxPool2D": {
            MaxPool2D(
                try $0.ints("poolSize"), strides: try $0.ints("strides"), padding: try $0.padding())
        },
        "MinPool2D": {
            MinPool2D(
                try $0.ints("poolSize"), strides: try $0.ints("strides"), padding: try $0.padding())
        },
        "AvgPool2D": {
            AvgPool2D(
                try $0.ints("poolSize"), strides: try $0.ints("strides"), padding: try $0.padding())
        },
        "MaxPool1D": {
            MaxPool1D(
                try $0.ints("poolSize"), strides: try $0.ints("strides"), padding: try $0.padding())
        },
        "AvgPool1D": {
            AvgPool1D(
                try $0.ints("poolSize"), strides: try $0.ints("strides"), padding: try $0.padding())
        },
        "GlobalAvgPool2D": { GlobalAvgPool2D(keepDims: try $0.bool("keepDims")) },
        "GlobalMaxPool2D": { GlobalMaxPool2D(keepDims: try $0.bool("keepDims")) },
        "GlobalAvgPool1D": { GlobalAvgPool1D(keepDims: try $0.bool("keepDims")) },
        "GlobalMaxPool1D": { GlobalMaxPool1D(keepDims: try $0.bool("keepDims")) },
        "AdaptiveAvgPool2D": { AdaptiveAvgPool2D(try $0.ints("size")) },
        "UpSampling2D": {
            UpSampling2D(
                try $0.ints("size"),
                interpolation: Interpolation(rawValue: try $0.text("interpolation")) ?? .nearest)
        },
        "UpSampling1D": { UpSampling1D(try $0.int("size")) },
        "ZeroPadding2D": { ZeroPadding2D(try $0.ints("sizes")) },
        "Cropping2D": { Cropping2D(try $0.ints("sizes")) },
    ]

    private static let sequences: [String: Maker] = [
        "SimpleRNN": {
            SimpleRNN(
                try $0.int("units"), returnSequences: try $0.bool("returnSequences"),
                goBackwards: try $0.bool("goBackwards"), dropout: try $0.real("dropout"))
        },
        "LSTM": {
            LSTM(
                try $0.int("units"), returnSequences: try $0.bool("returnSequences"),
                goBackwards: try $0.bool("goBackwards"), dropout: try $0.real("dropout"))
        },
        "GRU": {
            GRU(
                try $0.int("units"), returnSequences: try $0.bool("returnSequences"),
                goBackwards: try $0.bool("goBackwards"), dropout: try $0.real("dropout"))
        },
        "Bidirectional": {
            guard let layer = try $0.layer("layer") as? RecurrentLayer else {
                throw TensorError.format(
                    name: "architecture", problem: "'Bidirectional' of no recurrent layer",
                    help: nil)
            }
            return Bidirectional(
                layer,
                merge: BidirectionalMerge(rawValue: try $0.text("merge")) ?? .concatenated)
        },
        "MultiHeadAttention": {
            MultiHeadAttention(
                heads: try $0.int("heads"), dimensions: try $0.int("dimensions"),
                causal: try $0.bool("causal"), dropout: try $0.real("dropout"),
                useBias: try $0.bool("useBias"))
        },
        "TransformerEncoderBlock": {
            TransformerEncoderBlock(
                heads: try $0.int("heads"), feedForward: try $0.int("feedForward"),
                activation: try $0.activation(), dropout: try $0.real("dropout"),
                causal: try $0.bool("causal"), normFirst: try $0.bool("normFirst"))
        },
        "TransformerDecoderBlock": {
            TransformerDecoderBlock(
                heads: try $0.int("heads"), feedForward: try $0.int("feedForward"),
                activation: try $0.activation(), dropout: try $0.real("dropout"),
                normFirst: try $0.bool("normFirst"))
        },
        "PositionalEncoding": {
            PositionalEncoding(
                learned: try $0.bool("learned"), maximumLength: try $0.optionalInt("maximumLength"))
        },
    ]

    private static let augmentation: [String: Maker] = [
        "RandomFlip": {
            RandomFlip(FlipDirection(rawValue: try $0.text("direction")) ?? .horizontal)
        },
        "RandomRotation": { RandomRotation(try $0.real("factor")) },
        "RandomZoom": { RandomZoom(try $0.real("factor")) },
        "RandomTranslation": {
            RandomTranslation(height: try $0.real("height"), width: try $0.real("width"))
        },
        "RandomCrop": { RandomCrop(try $0.int("height"), try $0.int("width")) },
        "CenterCrop": { CenterCrop(try $0.int("height"), try $0.int("width")) },
        "Resizing": { Resizing(try $0.int("height"), try $0.int("width")) },
        "RandomContrast": { RandomContrast(try $0.real("factor")) },
        "RandomBrightness": { RandomBrightness(try $0.real("factor")) },
    ]
}
