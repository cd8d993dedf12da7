/// From values along an axis to pixels.
struct AxisMap {
    let scale: AxisScale
    let low: Double
    let high: Double
    let start: Double
    let end: Double
    private let forwardLow: Double
    private let factor: Double
    private let isLinear: Bool

    /// `low` lies at pixel `start`, `high` at `end`.
    init(scale: AxisScale, low: Double, high: Double, start: Double, end: Double) {
        self.scale = scale
        self.low = low
        self.high = high
        self.start = start
        self.end = end
        isLinear = scale.isLinear
        forwardLow = scale.forward(low)
        let span = scale.forward(high) - forwardLow
        factor = span != 0 && span.isFinite ? (end - start) / span : 0
    }

    @inline(__always)
    func callAsFunction(_ value: Double) -> Double {
        if isLinear { return start + (value - forwardLow) * factor }
        return start + (scale.forward(value) - forwardLow) * factor
    }

    /// The pixel of the end of a bar, a band or an error bar: numbers that a log axis has no place for lie beyond its
    /// lower border, which is where the thing is seen to end.
    func end(_ value: Double) -> Double {
        let at = self(value)
        return at.isFinite || !value.isFinite ? at : low <= high ? start : end
    }

    func backward(_ pixel: Double) -> Double {
        guard factor != 0 else { return low }
        return scale.backward(forwardLow + (pixel - start) / factor)
    }
}
