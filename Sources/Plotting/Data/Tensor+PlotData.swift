public import Tensors

extension Tensor: PlotData {
    /// The elements in the tensor's shape; a scalar counts as a row of one.
    public func plotArray() throws(PlotError) -> PlotArray {
        let values: [Double]
        do {
            values = try Checked.scalars(self, as: Double.self)
        } catch {
            throw .closureFailed(what: "reading the tensor", error: ClosureError(error))
        }
        let sides = Array(shape)
        return PlotArray(
            values: values, shape: sides.isEmpty ? [1] : sides, isInteger: !dtype.isFloatingPoint)
    }
}

extension Tensor: PlotElement {
    /// Tensors of one shape, stacked.
    public static func plotArray(of elements: [Tensor]) throws(PlotError) -> PlotArray {
        var parts: [PlotArray] = []
        for element in elements { parts.append(try element.plotArray()) }
        let scalars = elements.allSatisfy { $0.rank == 0 }
        var stacked = try PlotArray.stacking(parts)
        if scalars { stacked.shape = [elements.count] }
        return stacked
    }
}

extension Axes {
    /// Adds decision regions of a model that takes and gives tensors: k points as [k, 2]; k classes, or
    /// scores [k, classes] of which the largest decides, or [k, 1], where at least `threshold` is class 1.
    ///
    /// One score a point is taken for a class when all scores are whole numbers.
    @discardableResult
    package func addDecisionRegions(
        _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
        threshold: Double = 0.5, predict: (Tensor) throws -> Tensor
    ) throws(PlotError) -> Axes {
        try addDecisionRegions(x, y, resolution: resolution, labels: labels) { points, count in
            let input = try Checked.tensor(points, shape: Shape([count, 2]), dtype: .float32)
            let output = try predict(input)
            let scores = try Checked.scalars(output, as: Double.self)
            let sides = Array(output.shape)
            if sides.count == 2, sides[0] == count, sides[1] > 1 {
                return (0..<count).map { point in
                    var best = 0
                    for index in 1..<sides[1]
                    where scores[point * sides[1] + index] > scores[point * sides[1] + best] {
                        best = index
                    }
                    return Double(best)
                }
            }
            guard scores.count == count else {
                throw PlotError.shape(
                    what: "decisionRegions' predict",
                    expected: "\(count) classes, or scores [\(count), classes]", given: sides)
            }
            if scores.allSatisfy({ Numerics.integer($0) != nil }) { return scores }
            return scores.map { $0 >= threshold ? 1 : 0 }
        }
    }
}

extension Figure {
    /// See the function of this name.
    package static func decisionRegions(
        _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
        threshold: Double = 0.5, predict: (Tensor) throws -> Tensor
    ) throws -> Figure {
        try OneFigure.make {
            try $0.addDecisionRegions(
                x, y, resolution: resolution, labels: labels, threshold: threshold,
                predict: predict)
        }
    }
}

/// A figure with the regions a model decides for and the points it learnt from:
/// `decisionRegions(x, y) { model($0) }`.
///
/// `predict` gets points as [k, 2] and gives k classes, scores [k, classes] of which the largest decides,
/// or one score a point, which means class 1 from `threshold` on.
public func decisionRegions(
    _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
    threshold: Double = 0.5, predict: (Tensor) throws -> Tensor
) -> Figure {
    plain {
        try Figure.decisionRegions(
            x, y, resolution: resolution, labels: labels, threshold: threshold, predict: predict)
    }
}
