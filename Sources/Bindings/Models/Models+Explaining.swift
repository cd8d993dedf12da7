internal import Language
internal import NeuralNetworks
internal import Tensors

/// What a model looked at, and what it can be deceived with.
func declareExplaining(_ table: DeclarationTable) {
    let free = Binder(table)
    let use = "let model = Sequential([Conv2D(2, kernelSize: 3), Flatten(), Dense(3)])\nlet x = Tensor.randomUniform(2, 6, 6, 1)\n"
    free("func saliency(_ model: any Layer, _ x: Tensor, classes: Tensor? = nil) -> Tensor", "How much each pixel moves the output of its class (Simonyan et al. 2014); the predicted classes unless given.", use + "print(saliency(model, x).shape)") { (model: LayerArgument, x: Tensor, classes: Tensor?) throws -> Tensor in try Explaining.saliency(model.layer, x, classes: classes) }
    free("func integratedGradients(_ model: any Layer, _ x: Tensor, classes: Tensor? = nil, baseline: Tensor? = nil, steps: Int = 50) -> Tensor", "Each pixel's share of the output: (x − baseline) times the mean gradient on the way (Sundararajan et al. 2017).", use + "print(integratedGradients(model, x, steps: 5).shape)") { (model: LayerArgument, x: Tensor, classes: Tensor?, baseline: Tensor?, steps: Int) throws -> Tensor in try Explaining.integratedGradients(model.layer, x, classes: classes, baseline: baseline, steps: steps) }
    free("func gradCAM(_ model: any Layer, _ x: Tensor, layer: Int, classes: Tensor? = nil) -> Tensor", "Where a layer of a Sequential saw the class, 0 to 1, as large as the images (Selvaraju et al. 2017).", use + "print(gradCAM(model, x, layer: 0).shape)") { (model: LayerArgument, x: Tensor, layer: Int, classes: Tensor?) throws -> Tensor in try Explaining.gradCAM(model.layer, x, layer: layer, classes: classes) }
    free("func fastGradientSign(_ model: any Layer, _ x: Tensor, labels: Tensor, epsilon: Double, range: ClosedRange<Double>? = nil, fromLogits: Bool = true) -> Tensor", "x + ε · sign of the loss's gradient (Goodfellow et al. 2015).", use + "print(fastGradientSign(model, x, labels: Tensor([0, 1]), epsilon: 0.1).shape)") { (model: LayerArgument, x: Tensor, labels: Tensor, epsilon: Double, range: ClosedRange<Double>?, logits: Bool) throws -> Tensor in
        try Explaining.attack(model.layer, x, labels: labels, epsilon: epsilon, stepSize: epsilon, steps: 1, range: range, fromLogits: logits)
    }
    free("func iteratedGradientSign(_ model: any Layer, _ x: Tensor, labels: Tensor, epsilon: Double, stepSize: Double, steps: Int = 10, range: ClosedRange<Double>? = nil, fromLogits: Bool = true) -> Tensor", "The same in many small steps, never farther than ε (Madry et al. 2018).", use + "print(iteratedGradientSign(model, x, labels: Tensor([0, 1]), epsilon: 0.1, stepSize: 0.02).shape)") { (model: LayerArgument, x: Tensor, labels: Tensor, epsilon: Double, step: Double, steps: Int, range: ClosedRange<Double>?, logits: Bool) throws -> Tensor in
        try Explaining.attack(model.layer, x, labels: labels, epsilon: epsilon, stepSize: step, steps: steps, range: range, fromLogits: logits)
    }
    free("func occlusion(_ model: any Layer, _ x: Tensor, classes: Tensor? = nil, window: Int = 4, strides: Int = 2, value: Double = 0) -> Tensor", "How much the class's output falls when a window is hidden, for each place of the window.", use + "print(occlusion(model, x, window: 2).shape)") { (model: LayerArgument, x: Tensor, classes: Tensor?, window: Int, strides: Int, value: Double) throws -> Tensor in try Explaining.occlusion(model.layer, x, classes: classes, window: window, strides: strides, value: value) }
    free("func activations(_ model: any Layer, _ x: Tensor, layer: Int) -> Tensor", "What comes out of a layer of a Sequential, by its position.", use + "print(activations(model, x, layer: 0).shape)") { (model: LayerArgument, x: Tensor, layer: Int) throws -> Tensor in try Explaining.activations(model.layer, x, layer: layer) }
}
