import Plotting
import Testing

@Suite struct LinearTicksTests {
    @Test func `ticks lie where matplotlib puts them`() throws {
        let table = try #require(GoldenFile.read(GoldenFile.folder() + "ticks.csv"))
        var checked = 0
        for line in table.split(separator: "\n") {
            let numbers = line.split(separator: ",").compactMap { Double($0) }
            let (low, high) = (numbers[0], numbers[1])
            let expected = Array(numbers[4...])
            let ticks = try #require(
                LinearTicks(
                    low: low, high: high, intervals: Int(numbers[2]), integer: numbers[3] == 1))
            let slack = (high - low) * 1e-6
            let same =
                ticks.values.count == expected.count
                && zip(ticks.values, expected).allSatisfy { abs($0 - $1) <= slack }
            #expect(same, "\(line): \(ticks.values)")
            checked += 1
        }
        #expect(checked >= 500)
    }

    @Test(arguments: [
        (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-3.7, 12.2, ["−2", "0", "2", "4", "6", "8", "10", "12"]),
        (0, 97, ["0", "20", "40", "60", "80"]),
        (2000, 2007, ["2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007"]),
        (0.1, 0.7, ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]),
        (
            1e-9, 3e-9,
            [
                "1.00×10⁻⁹", "1.25×10⁻⁹", "1.50×10⁻⁹", "1.75×10⁻⁹", "2.00×10⁻⁹", "2.25×10⁻⁹",
                "2.50×10⁻⁹", "2.75×10⁻⁹", "3.00×10⁻⁹",
            ]
        ),
        (0, 5e6, ["0", "1×10⁶", "2×10⁶", "3×10⁶", "4×10⁶", "5×10⁶"]),
    ])
    func `labels have the step's decimals`(low: Double, high: Double, labels: [String]) throws {
        #expect(try #require(LinearTicks(low: low, high: high, intervals: 9)).labels == labels)
    }

    @Test(arguments: [
        (1.0, 1.0), (.nan, 1), (0, .infinity), (-.infinity, .infinity), (2, 1), (1e16, 1e16 + 2),
        (-1.7e308, 1.7e308),
    ])
    func `limits without ticks give none instead of a trap`(low: Double, high: Double) {
        #expect(LinearTicks(low: low, high: high, intervals: 9).map(\.values) == nil)
    }
}

@Suite struct LogTicksTests {
    @Test func `decades are labelled and carry minor ticks`() {
        let ticks = LogTicks.ticks(low: 0.01, high: 100, count: 9)
        #expect(ticks.filter { !$0.isMinor }.map(\.label) == ["10⁻²", "10⁻¹", "10⁰", "10¹", "10²"])
        #expect(ticks.filter(\.isMinor).count == 32)
    }

    @Test func `many decades are labelled with a stride`() {
        let labels = LogTicks.ticks(low: 1e-12, high: 1e12, count: 9).map(\.label).filter {
            !$0.isEmpty
        }
        #expect(labels == ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰", "10³", "10⁶", "10⁹", "10¹²"])
    }

    @Test func `less than a decade still has labels`() {
        for (low, high) in [(2.0, 7.0), (3, 3.5), (0.95, 1.02), (40, 300)] {
            let labels = LogTicks.ticks(low: low, high: high, count: 8).filter { !$0.label.isEmpty }
            #expect(labels.count >= 2, "\(low) to \(high)")
        }
    }
}
