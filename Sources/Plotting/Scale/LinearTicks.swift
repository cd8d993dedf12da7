/// Ticks at round numbers: the steps of matplotlib's MaxNLocator, the labels from the step's own digits.
package struct LinearTicks: Sendable {
    /// The step is `digits` × 10^`exponent`, digits one of 10, 20, 25, 50, 100 and so on.
    package let digits: Int
    package let exponent: Int
    /// The ticks are the multiples from `first` to `last` of the step.
    package let first: Int
    package let last: Int

    package var step: Double { Double(digits) * Numerics.tenTo(exponent) }

    package var values: [Double] { first > last ? [] : (first...last).map(value) }

    /// A multiple of the step, computed so that 3 × 0.2 is the number 0.6.
    private func value(_ multiple: Int) -> Double {
        let whole = Double(multiple * digits)
        return exponent < 0 ? whole / Numerics.tenTo(-exponent) : whole * Numerics.tenTo(exponent)
    }

    /// The round ticks between two limits with at most `intervals` steps between them.
    ///
    /// As matplotlib's `MaxNLocator(nbins: intervals, steps: [1, 2, 2.5, 5, 10])`: the smallest round
    /// step that needs no more intervals, or a smaller one if that leaves fewer than two ticks.
    /// `integer` keeps to whole steps.
    ///
    /// - Returns: nil when the limits are equal, not finite, or closer than numbers can tell apart.
    package init?(low: Double, high: Double, intervals: Int, integer: Bool = false) {
        let span = high - low
        guard low.isFinite, high.isFinite, span.isFinite, span > 0, intervals > 0 else {
            return nil
        }
        let rawStep = span / Double(intervals)
        guard rawStep > 1e-300, max(abs(low), abs(high)) / rawStep < 1e13 else { return nil }
        let power = Int(Numerics.log10(rawStep).rounded(.down))
        // Step candidates as digits × 10^(power − 2): a tenth of the scale up to twenty times it.
        let candidates = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000]
        func size(_ digits: Int) -> Double { Double(digits) * Numerics.tenTo(power - 2) }
        func whole(_ digits: Int) -> Bool {
            let step = size(digits)
            return step < 1 || abs(step - step.rounded()) < 0.001
        }
        let steps = integer ? candidates.filter(whole) : candidates
        let start = steps.firstIndex { size($0) >= rawStep } ?? (steps.count - 1)
        var chosen: LinearTicks?
        for index in stride(from: start, through: 0, by: -1) {
            var digits = steps[index]
            var exponent = power - 2
            let spansTwo = high.rounded(.down) - low.rounded(.up) >= 1
            if integer, spansTwo, size(digits) < 1 {
                digits = 1
                exponent = 0
            }
            let ticks = LinearTicks(digits: digits, exponent: exponent, low: low, high: high)
            chosen = ticks
            if ticks.last - ticks.first >= 1 { break }
        }
        guard let chosen else { return nil }
        self = chosen
    }

    private init(digits: Int, exponent: Int, low: Double, high: Double) {
        var digits = digits
        var exponent = exponent
        while digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
        self.digits = digits
        self.exponent = exponent
        let step = Double(digits) * Numerics.tenTo(exponent)
        let slack = 1e-10 * max(1, (high - low) / step)
        first = Int((low / step - slack).rounded(.up))
        last = Int((high / step + slack).rounded(.down))
    }

    /// The decimals that the step needs.
    package var decimals: Int { max(0, -exponent) }

    /// One label a tick, all of one form: plain, or as m×10ⁿ with a common n where that is shorter.
    package var labels: [String] {
        guard first <= last else { return [] }
        let plain = (first...last).map {
            NumberText.decimal($0 * digits, exponent: exponent, decimals: decimals)
        }
        let longest = plain.map { $0.filter(\.isNumber).count }.max() ?? 0
        guard longest > 6 else { return plain }
        let largest = max(abs(first), abs(last)) * digits
        let common = String(largest).count - 1 + exponent
        let places = max(0, common - exponent)
        let powers = (first...last).map { multiple -> String in
            guard multiple != 0 else { return "0" }
            let mantissa = NumberText.decimal(
                multiple * digits, exponent: exponent - common, decimals: places)
            return mantissa + "×10" + NumberText.superscript(common)
        }
        let shortest = powers.map { TextMeasure.width($0, size: 1) }.max() ?? 0
        let plainWidth = plain.map { TextMeasure.width($0, size: 1) }.max() ?? 0
        return shortest < plainWidth ? powers : plain
    }

    package var ticks: [Tick] {
        zip(values, labels).map { Tick(value: $0, label: $1) }
    }
}
