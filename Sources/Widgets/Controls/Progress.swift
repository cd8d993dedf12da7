internal import JSON

/// A bar that fills as whole steps are done.
///
///     let bar = IntProgress(max: 20, description: "epochs")
///     for epoch in 1...20 { bar.value = epoch }
///
/// Source: ipywidgets 8, `IntProgress`.
public final class IntProgress: ValueWidget<Int>, @unchecked Sendable {
    public convenience init(value: Int = 0, min: Int = 0, max: Int = 100, description: String = "") {
        do { try self.init(checked: value, min: min, max: max, description: description) } catch { end(with: error) }
    }

    package init(checked value: Int, min: Int, max: Int, description: String) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: 1)
        super.init(
            .intProgress, value: bounds.clamped(value),
            traits: [("min", .int(min)), ("max", .int(max)), ("description", .string(description))], isReadOnly: true,
            from: { $0.int.map(bounds.clamped) }, to: { .int($0) })
    }

    override var summary: [String] { summary("value", "min", "max") }
}

/// A bar that fills as a number grows.
///
///     let bar = FloatProgress(max: 1)
///     bar.value = 0.5
///
/// Source: ipywidgets 8, `FloatProgress`.
public final class FloatProgress: ValueWidget<Double>, @unchecked Sendable {
    public convenience init(value: Double = 0, min: Double = 0, max: Double = 100, description: String = "") {
        do { try self.init(checked: value, min: min, max: max, description: description) } catch { end(with: error) }
    }

    package init(checked value: Double, min: Double, max: Double, description: String) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: 1)
        super.init(
            .floatProgress, value: bounds.clamped(value),
            traits: [("min", .double(min)), ("max", .double(max)), ("description", .string(description))], isReadOnly: true,
            from: { $0.finite.map(bounds.clamped) }, to: { .double($0) })
    }

    override var summary: [String] { summary("value", "min", "max") }
}

/// Buttons as on a player that count from `min` to `max`, a step each `interval` milliseconds.
///
///     let frame = Play(min: 0, max: 30, interval: 200)
///
/// Source: ipywidgets 8, `Play`.
public final class Play: ValueWidget<Int>, @unchecked Sendable {
    public convenience init(
        value: Int = 0, min: Int = 0, max: Int = 100, step: Int = 1, interval: Int = 100, description: String = ""
    ) {
        do {
            try self.init(checked: value, min: min, max: max, step: step, interval: interval, description: description)
        } catch { end(with: error) }
    }

    package init(
        checked value: Int, min: Int, max: Int, step: Int, interval: Int, description: String
    ) throws(WidgetError) {
        let bounds = try Bounds(min, max, step: step)
        guard interval > 0 else { throw .step("\(interval)") }
        super.init(
            .play, value: bounds.clamped(value),
            traits: bounds.traits(step) + [("interval", .int(interval)), ("description", .string(description))],
            from: { $0.int.map(bounds.clamped) }, to: { .int($0) })
    }

    override var summary: [String] { summary("value", "min", "max") }
}
