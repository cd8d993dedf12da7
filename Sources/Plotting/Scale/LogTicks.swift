/// Ticks of a logarithmic axis.
package enum LogTicks {
    /// Whole decades with a stride so that at most `count` are labelled, and the minor 2…9 below ten
    /// decades; within a decade or two, 1, 2 and 5 are labelled; within less, round numbers.
    package static func ticks(low: Double, high: Double, count: Int) -> [Tick] {
        guard low > 0, high > low, high.isFinite else { return [] }
        let slack = 1e-9
        let firstDecade = Int((Numerics.log10(low) - slack).rounded(.up))
        let lastDecade = Int((Numerics.log10(high) + slack).rounded(.down))
        let decades = lastDecade - firstDecade + 1
        func inside(_ value: Double) -> Bool {
            value >= low * (1 - slack) && value <= high * (1 + slack)
        }
        if decades < 2 {
            var ticks: [Tick] = []
            for power in (firstDecade - 1)...(max(firstDecade, lastDecade) + 1) {
                for factor in 1...9 {
                    let value = Double(factor) * Numerics.tenTo(power)
                    guard inside(value) else { continue }
                    let labelled = factor == 1 || factor == 2 || factor == 5
                    ticks.append(
                        Tick(
                            value: value, label: labelled ? NumberText.short(value) : "",
                            isMinor: !labelled))
                }
            }
            if ticks.count >= 3, ticks.count <= count, high / low < 20 {
                return ticks.map { Tick(value: $0.value, label: NumberText.short($0.value)) }
            }
            let labelled = ticks.filter { !$0.isMinor }.count
            if labelled >= 2, labelled <= max(count, 2) { return ticks }
            return LinearTicks(low: low, high: high, intervals: max(1, count - 1))?.ticks
                .filter { $0.value > 0 } ?? ticks
        }
        let stride = max(1, (decades + count - 1) / max(1, count))
        // Strides other than one are anchored at 10⁰, so that limits may move without all labels changing.
        func labelled(_ power: Int) -> Bool { ((power % stride) + stride) % stride == 0 }
        var ticks: [Tick] = []
        for power in (firstDecade - 1)...(lastDecade + 1) {
            let value = Numerics.tenTo(power)
            if inside(value) {
                let label = labelled(power) ? "10" + NumberText.superscript(power) : ""
                ticks.append(Tick(value: value, label: label, isMinor: !labelled(power)))
            }
            guard decades < 10 else { continue }
            for factor in 2...9 where inside(Double(factor) * value) {
                ticks.append(Tick(value: Double(factor) * value, label: "", isMinor: true))
            }
        }
        return ticks
    }

    /// Ticks of a symlog axis: zero and the decades either way.
    static func symmetric(low: Double, high: Double, scale: AxisScale, count: Int) -> [Tick] {
        let largest = max(abs(low), abs(high))
        guard largest > scale.threshold else {
            return LinearTicks(low: low, high: high, intervals: max(1, count))?.ticks ?? []
        }
        let firstPower = Int(Numerics.log10(scale.threshold).rounded(.up))
        let lastPower = Int(Numerics.log10(largest).rounded(.down))
        guard firstPower <= lastPower else {
            return LinearTicks(low: low, high: high, intervals: max(1, count))?.ticks ?? []
        }
        let both = low < 0 && high > 0
        let room = max(1, (count - 1) / (both ? 2 : 1))
        let stride = max(1, (lastPower - firstPower + room) / room)
        var ticks: [Tick] = []
        for power in Swift.stride(from: lastPower, through: firstPower, by: -stride) {
            let text = "10" + NumberText.superscript(power)
            ticks.append(Tick(value: -Numerics.tenTo(power), label: NumberText.minus + text))
            ticks.append(Tick(value: Numerics.tenTo(power), label: text))
        }
        ticks.append(Tick(value: 0, label: "0"))
        return ticks.filter { $0.value >= low && $0.value <= high }.sorted { $0.value < $1.value }
    }
}
