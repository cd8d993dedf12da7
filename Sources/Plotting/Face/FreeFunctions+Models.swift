public import Learning
public import NeuralNetworks
public import Tensors

/// A figure with pictures above and what a model made of them below.
public func reconstructions(
    _ originals: any PlotData, _ made: any PlotData, count: Int = 10, colormap: Colormap = .gray
) -> Figure {
    plain { try Figure.reconstructions(originals, made, count: count, colormap: colormap) }
}

/// A figure with what a decoder makes of places in its latent space, two dimensions from −range to range.
public func traversal(
    _ decoder: any Layer, latent: Int = 2, steps: Int = 12, range: Double = 2,
    dimensions: (Int, Int) = (0, 1), colormap: Colormap = .gray
) -> Figure {
    plain {
        try Figure.traversal(
            latent: latent, steps: steps, range: range, dimensions: dimensions, colormap: colormap
        ) { try Training.predict(decoder, $0) }
    }
}

/// A figure with the channels of activations, [rows, columns, channels] or a batch of one.
public func activations(
    _ maps: any PlotData, most: Int = 64, colormap: Colormap = .viridis
) -> Figure {
    plain { try Figure.activationMaps(maps, most: most, colormap: colormap) }
}

/// A figure with what comes out of a layer for the first of some examples.
public func activations(
    _ layer: any Layer, _ x: Tensor, most: Int = 64, colormap: Colormap = .viridis
) -> Figure {
    plain { try Figure.activations(layer, x, most: most, colormap: colormap) }
}

/// A figure with the filters of a convolution, or of a model's first one.
public func filters(_ layer: any Layer, most: Int = 64, colormap: Colormap? = nil) -> Figure {
    plain { try Figure.filters(layer, most: most, colormap: colormap) }
}

/// A figure with where each token looks, for each head: weights [heads, queries, keys] or of one head.
public func attentionMap(
    _ weights: any PlotData, tokens: [String]? = nil, colormap: Colormap = .viridis,
    annotate: Bool = false
) -> Figure {
    plain {
        try Figure.attentionMap(weights, tokens: tokens, colormap: colormap, annotate: annotate)
    }
}

/// A figure with the layers of a model, their shapes and parameters.
public func architecture(_ model: any Layer, columns: Int? = nil) -> Figure {
    plain { try Figure.architecture(model, columns: columns) }
}

/// A figure with the questions of a decision tree, down to a depth.
public func tree(
    _ model: Estimator, featureNames: [String] = [], classNames: [String] = [], depth: Int = 4
) -> Figure {
    plain {
        try Figure.tree(model, featureNames: featureNames, classNames: classNames, depth: depth)
    }
}
