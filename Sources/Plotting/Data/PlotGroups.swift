/// One number or name, of which a row is made.
protocol PlotScalar {}
extension Double: PlotScalar {}
extension Int: PlotScalar {}

extension PlotData {
    public func plotGroups() throws(PlotError) -> [[Double]] { try plotArray().groups() }
}

extension PlotArray {
    /// A matrix as its columns, anything else as one group.
    func groups() throws(PlotError) -> [[Double]] {
        if let name = categories?.first { throw .notNumbers(what: "the data", example: name) }
        guard shape.count == 2, shape[1] > 1 else { return [values] }
        let matrix = try matrix("the data")
        return (0..<matrix.columns).map { column in (0..<matrix.rows).map { matrix[$0, column] } }
    }
}

extension Axes {
    /// Groups without what is no finite number; what that leaves out is noted.
    func finiteGroups(_ data: any PlotData, _ what: String) throws(PlotError) -> [[Double]] {
        let groups = try data.plotGroups()
        let finite = groups.map { $0.filter(\.isFinite) }
        let dropped = zip(groups, finite).reduce(0) { $0 + $1.0.count - $1.1.count }
        if dropped > 0 { notes.append("\(NumberText.counted(dropped, "NaN or infinite value")) left out of a \(what)") }
        return finite
    }
}

/// What a column of numbers says about itself.
enum Statistics {
    /// The value below which that share lies, between neighbours as NumPy's default; `sorted` must be.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.last else { return .nan }
        let position = share * Double(sorted.count - 1)
        let below = Int(position)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (position - Double(below))
    }

    static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }

    /// The deviation with n − 1.
    static func deviation(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = mean(values)
        let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (sum / Double(values.count - 1)).squareRoot()
    }

    /// The density at places, from a normal bell at each value whose width is Scott's rule, n^(−1/5) σ.
    static func density(_ values: [Double], at places: [Double]) -> [Double] {
        let spread = deviation(values)
        let width = spread * Numerics.power(Double(max(1, values.count)), -0.2)
        guard width > 0 else { return places.map { _ in 0 } }
        let sorted = values.sorted()
        let scale = 1 / (width * Double(values.count) * 2.506628274631)
        return places.map { place in
            // Bells farther than six widths add nothing.
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < place - 6 * width { low = middle + 1 } else { high = middle }
            }
            var sum = 0.0
            while low < sorted.count, sorted[low] <= place + 6 * width {
                let t = (sorted[low] - place) / width
                sum += Numerics.exp(-t * t / 2)
                low += 1
            }
            return sum * scale
        }
    }
}
