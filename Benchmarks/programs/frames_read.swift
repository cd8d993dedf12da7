// A CSV file of a million rows. A line for each: name, median seconds.

var samples: [Double] = []
for round in 0..<6 {
    let start = ContinuousClock.now
    let table = try readCSV("table.csv")
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    precondition(table.count == 1_000_000)
    if round > 0 { samples.append(seconds) }
}
print("df_read_csv \(samples.sorted()[2])")
