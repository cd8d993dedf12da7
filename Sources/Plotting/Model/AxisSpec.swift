/// What is asked of one axis.
struct AxisSpec {
    var label: String?
    var scale = AxisScale.linear
    var low: Double?
    var high: Double?
    /// Ticks given by hand: positions, and names if they have any.
    var ticks: [Double]?
    var tickLabels: [String]?
    var rotation: Double?
    var inverted = false
    /// Names in the order in which they were met.
    var categories: [String] = []
    /// Whether all data along this axis is whole numbers of few, such as epochs.
    var wholeNumbers = true
    var hidden = false

    /// Names that are all dates as seconds, and the axis an axis of dates; nil for other names.
    mutating func seconds(of names: [String]) -> [Double]? {
        guard categories.isEmpty, !names.isEmpty, scale.isLinear else { return nil }
        var values: [Double] = []
        for name in names {
            guard let value = Dates.parse(name) else { return nil }
            values.append(value)
        }
        scale = .date
        wholeNumbers = false
        return values
    }

    /// The positions of names, new names appended.
    mutating func positions(of names: [String]) -> [Double] {
        var known: [String: Int] = [:]
        for (index, name) in categories.enumerated() { known[name] = index }
        return names.map { name in
            if let index = known[name] { return Double(index) }
            known[name] = categories.count
            categories.append(name)
            return Double(categories.count - 1)
        }
    }
}

/// What is asked of the legend.
struct LegendSpec {
    var location = LegendLocation.best
    var title: String?
    var labels: [String] = []
    var columns = 1
}

/// What is asked of the colour bar.
struct ColorbarSpec {
    var label: String?
    /// The artist whose colours it explains.
    var artist: Int
    var ticks: [Double]?
    var tickLabels: [String]?
    /// Whether it stands for all axes of the figure.
    var isShared = false
}

/// A title and its side.
struct TitleSpec {
    var text: String
    var size: Double?
    var color: Color?
}
