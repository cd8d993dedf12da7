internal import Language
internal import Learning
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// Figures of models and of what they make.
func declareModelFigures(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func plot(_ history: History) -> Figure", "A figure with the curves of a training.", "") { (history: History) -> Figure in try Figure.history(history) }
    free("func imageGrid(_ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil, colormap: Colormap = .gray) -> Figure", "A figure with images side by side, their titles coloured where they are right or wrong.", "imageGrid(Tensor.zeros(4, 8, 8), titles: [\"1\", \"2\", \"3\", \"4\"])") { (images: PlotSource, titles: [String], correct: [Bool], columns: Int?, colormap: Colormap) -> Figure in
        try Figure.imageGrid(images, titles: titles, correct: correct, columns: columns, colormap: colormap)
    }
    free("func decisionRegions(_ model: any Layer, _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil) -> Figure", "A figure with the areas of the plane that a model gives to each class, and the points it learned from.", "decisionRegions(Sequential([Dense(1, activation: .sigmoid)]), Tensor([[0.0, 0], [1, 1]]), Tensor([0, 1]), resolution: 20)") { (model: LayerArgument, x: PlotSource, y: PlotSource, resolution: Int, labels: [String]?) -> Figure in
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { points, count in
            let result = try Training.predict(model.layer, Checked.tensor(points, shape: Shape([count, 2]), dtype: .float32), batchSize: 4096)
            // One output is a probability, several are classes.
            let columns = result.shape.count > 1 ? result.shape[result.shape.count - 1] : 1
            if columns == 1 { return try Checked.scalars(result, as: Double.self).map { $0 > 0.5 ? 1 : 0 } }
            return try Checked.scalars(Checked.argmax(result, axis: -1), as: Double.self)
        }
    }
    free("func decisionRegions(_ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil, predict: (Tensor) throws -> Tensor) -> Figure", "A figure with the areas of the plane that a function gives to each class: it takes points [n, 2] and gives classes [n].", "decisionRegions(Tensor([[0.0, 0], [1, 1]]), Tensor([0, 1]), resolution: 20) { points in (points[0..., 0] .> 0.5).asType(.int64) }") { (x: PlotSource, y: PlotSource, resolution: Int, labels: [String]?, predict: CellClosure<Tensor, Tensor>) -> Figure in
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { points, count in
            let classes = try predict(Checked.tensor(points, shape: Shape([count, 2]), dtype: .float32))
            guard classes.count == count else { throw PlotError.shape(what: "what 'predict' gives", expected: "\(count) classes", given: (0..<classes.shape.count).map { classes.shape[$0] }) }
            return try Checked.scalars(classes, as: Double.self)
        }
    }
    declareInsides(free)
}

/// What is inside a model, and what comes out of it.
private func declareInsides(_ free: Binder) {
    free("func reconstructions(_ originals: any PlotData, _ made: any PlotData, count: Int = 10, colormap: Colormap = .gray) -> Figure", "A figure with pictures above and what a model made of them below.", "reconstructions(Tensor.ones(3, 4, 4), Tensor.zeros(3, 4, 4))") { (originals: PlotSource, made: PlotSource, count: Int, colormap: Colormap) -> Figure in
        try Figure.reconstructions(originals, made, count: count, colormap: colormap)
    }
    free("func traversal(_ decoder: any Layer, latent: Int = 2, steps: Int = 12, range: Double = 2, dimensions: (Int, Int) = (0, 1), colormap: Colormap = .gray) -> Figure", "A figure with what a decoder makes of places in its latent space: two dimensions from −range to range, the others 0.", "traversal(Sequential([Dense(16, activation: .sigmoid), Reshape(4, 4)]), steps: 3)") { (decoder: LayerArgument, latent: Int, steps: Int, range: Double, dimensions: CellTuple<Int, Int>, colormap: Colormap) -> Figure in
        try Figure.traversal(latent: latent, steps: steps, range: range, dimensions: (dimensions.elements.0, dimensions.elements.1), colormap: colormap) { try Training.predict(decoder.layer, $0) }
    }
    free("func traversal(latent: Int = 2, steps: Int = 12, range: Double = 2, dimensions: (Int, Int) = (0, 1), colormap: Colormap = .gray, decode: (Tensor) throws -> Tensor) -> Figure", "The same with a function that decodes places [n, latent].", "traversal(steps: 3) { z in Tensor.ones(9, 4, 4) }") { (latent: Int, steps: Int, range: Double, dimensions: CellTuple<Int, Int>, colormap: Colormap, decode: CellClosure<Tensor, Tensor>) -> Figure in
        try Figure.traversal(latent: latent, steps: steps, range: range, dimensions: (dimensions.elements.0, dimensions.elements.1), colormap: colormap) { try decode($0) }
    }
    free("func activations(_ maps: any PlotData, most: Int = 64, colormap: Colormap = .viridis) -> Figure", "A figure with the channels of activations [rows, columns, channels], alone or the first of a batch, or of units [batch, units].", "activations(Tensor.randomUniform(1, 4, 4, 6))") { (maps: PlotSource, most: Int, colormap: Colormap) -> Figure in
        try Figure.activationMaps(maps, most: most, colormap: colormap)
    }
    free("func activations(_ layer: any Layer, _ x: Tensor, most: Int = 64, colormap: Colormap = .viridis) -> Figure", "A figure with what comes out of a layer, the first example of a batch.", "activations(Conv2D(4, kernelSize: 3), Tensor.ones(1, 6, 6, 1))") { (layer: LayerArgument, x: Tensor, most: Int, colormap: Colormap) -> Figure in
        try Figure.activations(layer.layer, x, most: most, colormap: colormap)
    }
    free("func filters(_ layer: any Layer, most: Int = 64, colormap: Colormap? = nil) -> Figure", "A figure with the filters of a convolution, or of a model's first one.", "let convolution = Conv2D(4, kernelSize: 3)\n_ = convolution(Tensor.ones(1, 6, 6, 1))\nfilters(convolution)") { (layer: LayerArgument, most: Int, colormap: Colormap?) -> Figure in
        try Figure.filters(layer.layer, most: most, colormap: colormap)
    }
    free("func attentionMap(_ weights: any PlotData, tokens: [String]? = nil, colormap: Colormap = .viridis, annotate: Bool = false) -> Figure", "A figure with where each token looks, for each head: weights [heads, queries, keys], or of one head.", "attentionMap([[0.9, 0.1], [0.4, 0.6]], tokens: [\"the\", \"swift\"])") { (weights: PlotSource, tokens: [String]?, colormap: Colormap, annotate: Bool) -> Figure in
        try Figure.attentionMap(weights, tokens: tokens, colormap: colormap, annotate: annotate)
    }
    free("func architecture(_ model: any Layer, columns: Int? = nil) -> Figure", "A figure with the layers of a model, the shape that comes out of each, and its parameters.", "let model = Sequential([Dense(8, activation: .relu), Dense(2)])\n_ = model(Tensor.ones(1, 4))\narchitecture(model)") { (model: LayerArgument, columns: Int?) -> Figure in
        try Figure.architecture(model.layer, columns: columns)
    }
    free("func tree(_ model: any Estimator, featureNames: [String] = [], classNames: [String] = [], depth: Int = 4) -> Figure", "A figure with the questions of a decision tree, down to a depth.", "let x = Tensor([[0.0, 0], [1, 1], [5, 5], [6, 5]])\ntree(DecisionTree().fit(x, Tensor([0, 0, 1, 1])), featureNames: [\"width\", \"height\"])") { (model: EstimatorArgument, features: [String], classes: [String], depth: Int) -> Figure in
        try Figure.tree(model.estimator, featureNames: features, classNames: classes, depth: depth)
    }
}
