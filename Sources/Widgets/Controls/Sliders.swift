internal import JSON

/// The bounds of a number that people set, and the step in which they do.
struct Bounds<Number: Comparable & Sendable>: Sendable {
    let min: Number
    let max: Number

    func clamped(_ value: Number) -> Number { Swift.min(Swift.max(value, min), max) }
}

extension Bounds<Int> {
    init(_ min: Int, _ max: Int, step: Int) throws(WidgetError) {
        guard min <= max else { throw .bounds(min: "\(min)", max: "\(max)") }
        guard step > 0 else { throw .step("\(step)") }
        self.init(min: min, max: max)
    }

    func traits(_ step: Int) -> [(String, JSONValue)] {
        [("min", .int(min)), ("max", .int(max)), ("step", .int(step))]
    }
}

extension Bounds<Double> {
    init(_ min: Double, _ max: Double, step: Double) throws(WidgetError) {
        guard min <= max, min.isFinite, max.isFinite else { throw .bounds(min: "\(min)", max: "\(max)") }
        guard step > 0, step.isFinite else { throw .step("\(step)") }
        self.init(min: min, max: max)
    }

    func traits(_ step: Double) -> [(String, JSONValue)] {
        [("min", .double(min)), ("max", .double(max)), ("step", .double(step))]
    }
}

/// A slider for whole numbers.
///
///     let layers = IntSlider(value: 2, min: 1, max: 6, description: "layers")
///
/// A value outside the bounds becomes the nearest bound. The least value above the greatest, or a step that is not
/// above 0, is an error. Source: ipywidgets 8, `IntSlider`.
public final class IntSlider: ValueWidget<Int>, @unchecked Sendable {
    public convenience init(value: Int = 0, min: Int = 0, max: Int = 100, step: Int = 1, description: String = "") {
        do { try self.init(checked: value, min: min, max: max, step: step, description: description) } catch { end(with: error) }
    }

    package init(checked value: Int, min: Int, max: Int, step: Int, description: String) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: step)
        super.init(
            .intSlider, value: bounds.clamped(value), traits: bounds.traits(step) + [("description", .string(description))],
            from: { $0.int.map(bounds.clamped) }, to: { .int($0) })
    }

    override var summary: [String] { summary("value", "min", "max") }
}

/// A slider for numbers.
///
///     let rate = FloatSlider(value: 0.1, min: 0, max: 1, step: 0.01, description: "rate")
///
/// A value outside the bounds becomes the nearest bound. Bounds that are not finite, the least above the greatest, or a
/// step that is not above 0, are an error. Source: ipywidgets 8, `FloatSlider`.
public final class FloatSlider: ValueWidget<Double>, @unchecked Sendable {
    public convenience init(
        value: Double = 0, min: Double = 0, max: Double = 10, step: Double = 0.1, description: String = ""
    ) {
        do { try self.init(checked: value, min: min, max: max, step: step, description: description) } catch { end(with: error) }
    }

    package init(checked value: Double, min: Double, max: Double, step: Double, description: String) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: step)
        super.init(
            .floatSlider, value: bounds.clamped(value), traits: bounds.traits(step) + [("description", .string(description))],
            from: { $0.finite.map(bounds.clamped) }, to: { .double($0) })
    }

    override var summary: [String] { summary("value", "min", "max") }
}

/// A slider whose steps are powers: learning rates from 0.0001 to 1.
///
///     let rate = FloatLogSlider(value: 0.01, min: -4, max: 0, description: "rate")
///
/// value = base^p with p from `min` to `max`. A value outside becomes the nearest bound. Source: ipywidgets 8,
/// `FloatLogSlider`.
public final class FloatLogSlider: ValueWidget<Double>, @unchecked Sendable {
    public convenience init(
        value: Double = 1, base: Double = 10, min: Double = 0, max: Double = 4, step: Double = 0.1, description: String = ""
    ) {
        do {
            try self.init(checked: value, base: base, min: min, max: max, step: step, description: description)
        } catch { end(with: error) }
    }

    package init(
        checked value: Double, base: Double, min: Double, max: Double, step: Double, description: String
    ) throws(WidgetError) {
        let exponents = try Bounds(min, max, step: step)
        guard base > 1, base.isFinite else { throw .base("\(base)") }
        let values = Bounds<Double>(min: power(base, min), max: power(base, max))
        super.init(
            .floatLogSlider, value: values.clamped(value),
            traits: exponents.traits(step) + [("base", .double(base)), ("description", .string(description))],
            from: { $0.finite.map(values.clamped) }, to: { .double($0) })
    }

    override var summary: [String] { summary("value", "base", "min", "max") }
}

/// A slider with two handles for a range of whole numbers, both ends included.
///
///     let digits = IntRangeSlider(value: 2...7, min: 0, max: 9)
///
/// Source: ipywidgets 8, `IntRangeSlider`.
public final class IntRangeSlider: ValueWidget<ClosedRange<Int>>, @unchecked Sendable {
    public convenience init(
        value: ClosedRange<Int>? = nil, min: Int = 0, max: Int = 100, step: Int = 1, description: String = ""
    ) {
        do { try self.init(checked: value, min: min, max: max, step: step, description: description) } catch { end(with: error) }
    }

    package init(
        checked value: ClosedRange<Int>?, min: Int, max: Int, step: Int, description: String
    ) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: step)
        // Without a value the middle half, as ipywidgets has it.
        let quarter = (max - min) / 4
        super.init(
            .intRangeSlider, value: (value ?? (min + quarter)...(max - quarter)).clamped(to: min...max),
            traits: bounds.traits(step) + [("description", .string(description))],
            from: { pair in
                guard let list = pair.array, list.count == 2, let low = list[0].int, let high = list[1].int, low <= high
                else { return nil }
                return (low...high).clamped(to: bounds.min...bounds.max)
            }, to: { .array([.int($0.lowerBound), .int($0.upperBound)]) })
    }

    override var summary: [String] { ["value: \(value)"] + summary("min", "max") }
}

/// A slider with two handles for a range of numbers, both ends included.
///
///     let window = FloatRangeSlider(value: 0.2...0.8, min: 0, max: 1, step: 0.05)
///
/// Source: ipywidgets 8, `FloatRangeSlider`.
public final class FloatRangeSlider: ValueWidget<ClosedRange<Double>>, @unchecked Sendable {
    public convenience init(
        value: ClosedRange<Double>? = nil, min: Double = 0, max: Double = 100, step: Double = 0.1, description: String = ""
    ) {
        do { try self.init(checked: value, min: min, max: max, step: step, description: description) } catch { end(with: error) }
    }

    package init(
        checked value: ClosedRange<Double>?, min: Double, max: Double, step: Double, description: String
    ) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: step)
        let quarter = (max - min) / 4
        super.init(
            .floatRangeSlider, value: (value ?? (min + quarter)...(max - quarter)).clamped(to: min...max),
            traits: bounds.traits(step) + [("description", .string(description))],
            from: { pair in
                guard let list = pair.array, list.count == 2, let low = list[0].finite, let high = list[1].finite, low <= high
                else { return nil }
                return (low...high).clamped(to: bounds.min...bounds.max)
            }, to: { .array([.double($0.lowerBound), .double($0.upperBound)]) })
    }

    override var summary: [String] { ["value: \(value)"] + summary("min", "max") }
}
