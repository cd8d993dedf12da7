// Questions to a table of a million rows. A line for each: name, median seconds.

let table = try readCSV("table.csv")

func measure(_ name: String, _ work: () -> DataFrame) {
    var samples: [Double] = []
    for round in 0..<8 {
        let start = ContinuousClock.now
        let result = work()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(result.count > 0)
        if round > 0 { samples.append(seconds) }
    }
    print("\(name) \(samples.sorted()[3])")
}

measure("df_groupby_mean") { table[["cat", "x", "v"]].grouped(by: "cat").mean() }
measure("df_filter") { table[(table["v"] .> 10.0) .& (table["cat"] .== "alpha")] }
measure("df_sort") { table.sorted(by: "v") }
measure("df_describe") { table.describe() }
