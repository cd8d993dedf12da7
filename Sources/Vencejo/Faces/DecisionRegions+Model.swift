public import NeuralNetworks
public import Plotting
internal import Tensors

/// A figure with the areas of the plane that a model gives to each class, and the points it learned from:
/// `decisionRegions(model, x, y)`.
///
/// One output is a probability, class 1 above 0.5; of several the largest decides.
public func decisionRegions(
    _ model: any Layer, _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil
) -> Figure {
    decisionRegions(x, y, resolution: resolution, labels: labels) { points in
        let result = model.predict(points, batchSize: 4096)
        let columns = result.shape.count > 1 ? result.shape[result.shape.count - 1] : 1
        return columns == 1 ? (result .> 0.5).asType(.int64).reshaped(-1) : result.argmax(axis: -1)
    }
}
