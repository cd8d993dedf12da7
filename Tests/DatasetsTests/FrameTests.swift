import DataFrames
import Tensors
import Testing

/// Tables of a golden file, by name.
private struct GoldenFrames {
    private var tables: [String: DataFrame] = [:]

    init(file: String = #filePath) throws {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let bytes = try FileBytes.read(folder.joined(separator: "/") + "/Golden/frames.txt")
        for part in String(decoding: bytes, as: UTF8.self).components(separatedBy: "case ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1)
            tables[String(lines[0])] = try DataFrame(csvText: String(lines[1]))
        }
    }

    subscript(name: String) -> DataFrame {
        get throws { try #require(tables[name], "no case '\(name)'") }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = [""]
        for line in split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix(separator) {
                parts.append(String(line.dropFirst(separator.count)) + "\n")
            } else {
                parts[parts.count - 1] += line + "\n"
            }
        }
        return parts
    }
}

/// What differs between two tables; nil where they agree, numbers to nine digits.
private func difference(_ a: DataFrame, _ b: DataFrame, names: Bool = true) -> String? {
    if names, a.columns != b.columns { return "columns \(a.columns), expected \(b.columns)" }
    if a.shape != b.shape { return "shape \(a.shape), expected \(b.shape)" }
    for (x, y) in zip(a.series, b.series) {
        for row in 0..<a.count {
            switch (x.element(row), y.element(row)) {
            case (nil, nil): continue
            case (let p?, let q?):
                if let p = p.number, let q = q.number {
                    if abs(p - q) <= 1e-9 * (1 + abs(q)) { continue }
                } else if p.text == q.text {
                    continue
                }
                return "'\(x.name)' row \(row): \(p.text), expected \(q.text)"
            case (let p, let q): return "'\(x.name)' row \(row): \(p?.text ?? "-"), expected \(q?.text ?? "-")"
            }
        }
    }
    return nil
}

@Suite struct FrameTests {
    private let golden: GoldenFrames
    private let people: DataFrame
    private let towns: DataFrame

    init() throws {
        golden = try GoldenFrames()
        people = try golden["people"]
        towns = try golden["towns"]
    }

    private func check(_ name: String, _ frame: DataFrame, names: Bool = true) throws {
        let problem = difference(frame, try golden[name], names: names)
        #expect(problem == nil, "\(name): \(problem ?? "")")
    }

    @Test func `summaries are pandas'`() throws {
        try check("describe", people.describe())
        let texts = people.select(["town", "sex"]).describe()
        let kept = texts.filter(texts["figure"].isIn(["count", "unique", "frequency"]))
        let expected = try golden["describe texts"]
        for name in ["town", "sex"] {
            #expect(kept[name].strings == expected[name].strings)
        }
        try check("correlation", people.correlation())
        #expect(people.info()["missing"].ints == [2, 0, 0, 3, 1])
    }

    @Test func `rows are chosen, sorted and dropped as pandas does`() throws {
        try check("sorted", people.sorted(by: ["town", "age"]))
        try check("sorted down", people.sorted(by: "income", descending: true))
        let mask = try Checked.logicalAnd(people["age"] .> 40, people["sex"] .== "f")
        try check("filtered", people.filter(mask))
        try check("filtered", people.filter { $0.double("age") > 40 && $0.string("sex") == "f" })
        try check("dropped", people.droppingMissing())
        try check("dropped income", people.droppingMissing(in: ["income"]))
        try check("unique", people.droppingDuplicates(in: ["town", "sex"]))
    }

    @Test func `missing values are filled as pandas does`() throws {
        for (name, filling) in [
            ("filled mean", Column.Filling.mean), ("filled forward", .forward),
            ("filled backward", .backward),
        ] {
            try check(name, people.setting("income", people["income"].fillingMissing(filling)))
        }
        let most = try golden["counts"]["town"].strings[0]
        #expect(people["town"].fillingMissing(.mode).strings[4] == most)
        #expect(throws: TensorError.self) { try people["town"].checkedFilling(.double(1)) }
        #expect(people.fillingMissing(.median).droppingMissing().count == people.count)
    }

    @Test func `groups are pandas'`() throws {
        let numbers = people.dropping(["sex"])
        for (name, aggregate) in [
            ("mean", Aggregate.mean), ("sum", .sum), ("median", .median), ("std", .std),
            ("var", .variance), ("min", .min), ("max", .max), ("count", .count),
        ] {
            try check("group \(name)", numbers.grouped(by: "town").aggregated(aggregate))
        }
        let two = people.grouped(by: ["town", "sex"])
        try check("group two", two.aggregated(["age": .mean, "income": .mean]))
        try check("group sizes", people.grouped(by: ["sex", "town"]).sizes())
        try check(
            "group mixed",
            people.grouped(by: "sex").aggregated(["age": .max, "income": .mean, "town": .unique]))
        let counts = people["town"].valueCounts().sorted(by: "town")
        try check("counts", counts.sorted(by: "count", descending: true))
        #expect(two.names.first == "Burgos, f")
        #expect(two.frames.reduce(0) { $0 + $1.count } == 22)
    }

    @Test(arguments: JoinKind.allCases)
    func `joins are pandas'`(_ kind: JoinKind) throws {
        let left = people.droppingMissing(in: ["town"])
        try check("join \(kind.rawValue)", left.joined(towns, on: "town", kind: kind))
    }

    @Test func `tables change their form as pandas' do`() throws {
        try check("pivot", people.pivot(rows: "town", columns: "sex", values: "age"))
        try check("melted", people.melted(keys: ["town", "sex"], values: ["age", "height"]))
        try check("one hot", people.dropping(["town"]).oneHot("sex"))
        let quantiles = try golden["quantile"]["q"].doubles
        for (fraction, expected) in zip([0.1, 0.33, 0.9], quantiles) {
            #expect(abs(people["height"].quantile(fraction) - expected) < 1e-9)
        }
        let computed = people["income"] / people["age"] - people["height"] * 2
        try check("computed", DataFrame([people["age"], computed.renamed("x")]))
    }

    @Test func `groups, joins and duplicates agree on what is equal`() {
        let odd = DataFrame([
            Column("key", [0.0, .nan, -0.0, 1, .nan, -0.0]), Column("n", [1, 2, 3, 4, 5, 6]),
        ])
        let sizes = odd.grouped(by: "key").sizes()
        #expect(sizes["size"].ints == [3, 1, 2] && sizes["key"].doubles[2].isNaN)
        let other = DataFrame([Column("key", [-0.0, .nan]), Column("m", [10, 20])])
        #expect(odd.joined(other, on: "key")["n"].ints == [1, 2, 3, 5, 6])
        #expect(odd.joined(other, on: "key", kind: .right)["n"].ints == [1, 3, 6, 2, 5])
        #expect(odd.joined(other, on: "key", kind: .outer)["n"].ints == [1, 3, 6, 4, 2, 5])
        #expect(odd.droppingDuplicates(in: ["key"])["n"].ints == [1, 2, 4])
        #expect(odd["key"].valueCounts()["count"].ints == [3, 2, 1])
        #expect(odd["key"].unique().count == 3 && odd["key"].categories.count == 3)
        #expect(odd.sorted(by: "key", descending: true)["n"].ints == [4, 1, 3, 6, 2, 5])
        // A whole number is the same key as a real one that is equal, and as no other.
        let whole = DataFrame([Column("key", [1, 1 << 53 + 1]), Column("m", [7, 8])])
        #expect(odd.joined(whole, on: "key")["m"].ints == [7])
        let near = DataFrame([Column("key", [1 << 53 + 1, 1 << 53, 1 << 53 + 1]), Column("n", [1, 2, 3])])
        #expect(near.joined(whole, on: "key")["n"].ints == [1, 3])
        #expect(near.grouped(by: "key").sum()["n"].ints == [2, 4])
        #expect(near.droppingDuplicates(in: ["key"]).count == 2)
    }

    @Test func `texts are one key where Swift says that they are equal, short and long ones`() {
        let texts = [
            "", "\0", "a", "a\0", "\u{e9}", "e\u{301}", "fifteen letters", "sixteen letters!", "sixteen letters?",
            "fifteen letterz", "\u{e9}" + String(repeating: "x", count: 20), "e\u{301}" + String(repeating: "x", count: 20), "日本", "a",
        ]
        var expected: [Int] = []
        for text in texts { expected.append(texts.firstIndex(of: text) ?? -1) }
        let table = DataFrame([Column("key", texts + texts), Column("n", Array(0..<2 * texts.count))])
        let firsts = table.droppingDuplicates(in: ["key"])["n"].ints
        #expect(firsts == Array(Set(expected)).sorted())
        for group in table.grouped(by: "key").frames {
            let rows = group["n"].ints.map { expected[$0 % texts.count] }
            #expect(Set(rows).count == 1 && rows.count == 2 * expected.count { $0 == rows[0] })
        }
        // More values than the table begins with, of every type.
        let many = 0..<5000
        let wide = DataFrame([
            Column("i", many.map { ($0 * 7919) % 1201 - 600 }), Column("d", many.map { Double(($0 * 31) % 977) / 3 }),
            Column("s", many.map { "word \(($0 * 17) % 1511)" }),
        ])
        #expect(wide["i"].unique().count == 1201 && wide["d"].unique().count == 977 && wide["s"].unique().count == 1511)
        let pairs = Set(many.map { [($0 * 7919) % 1201, ($0 * 31) % 977] })
        #expect(wide.droppingDuplicates(in: ["i", "d"]).count == pairs.count)
    }

    @Test func `missing keys make no group but find each other in joins`() {
        let left = DataFrame([Column(name: "key", elements: [.string("a"), nil, nil]), Column("n", [1, 2, 3])])
        let right = DataFrame([Column(name: "key", elements: [nil, .string("")]), Column("m", [5, 6])])
        #expect(left.grouped(by: "key").sizes()["size"].ints == [1])
        #expect(left.joined(right, on: "key")["n"].ints == [2, 3])
        #expect(left.droppingDuplicates(in: ["key"])["n"].ints == [1, 2])
    }

    @Test func `sums of whole numbers wrap round, a pivot leaves out what is empty`() throws {
        let large = DataFrame([Column("key", ["a", "a"]), Column("n", [Int.max, 1])])
        #expect(large.grouped(by: "key").sum()["n"].ints == [Int.min])
        let sparse = try DataFrame(csvText: "r,c,v\n1,x,2\n2,y,\n3,x,4\n")
        let table = sparse.pivot(rows: "r", columns: "c", values: "v")
        #expect(table.columns == ["r", "x"] && table["r"].ints == [1, 3])
        #expect(try DataFrame(csvText: "a,b\r1,2\r").csvText() == "a,b\n1,2\n")
    }

    @Test func `what is written is read back`() throws {
        let text = people.csvText()
        #expect(difference(try DataFrame(csvText: text), people) == nil)
        let odd = DataFrame([Column("a,b", ["x\"y", "", "two\nlines"]), Column("n", [1, 2, 3])])
        #expect(try DataFrame(csvText: odd.csvText()) == odd)
    }

    @Test func `whole numbers stay whole, what is missing stays missing`() throws {
        let ages = Column(name: "age", elements: [.int(3), nil, .int(8)])
        let months = ages * Column("twelve", [12, 12, 12])
        #expect(months.kind == .int)
        #expect(months.missingCount == 1)
        #expect((ages / 2).kind == .double)
        #expect(try values(ages .> 4) == [0, 0, 1])
        #expect(try values(ages .!= 3) == [0, 1, 1])
        #expect(ages.mean() == 5.5)
        #expect((Column("a", ["x", "y"]) + Column("b", ["1", "2"])).strings == ["x1", "y2"])
    }

    private func values(_ mask: Tensor) throws -> [Int] {
        try Checked.scalars(Checked.asType(mask, .int64), as: Int.self)
    }

    @Test func `mistakes are told with names and numbers`() {
        func message(_ body: () throws(TensorError) -> some Any) -> String {
            do throws(TensorError) {
                _ = try body()
                return "no error"
            } catch {
                return error.description
            }
        }
        #expect(
            message { () throws(TensorError) in try people.column("aeg") }.contains("the columns are"))
        #expect(
            message { () throws(TensorError) in try people.checkedSetting("x", Column("x", [1])) }
                .contains("has 1 rows, the table has 24"))
        #expect(
            message { () throws(TensorError) in try people.checkedFilter(Tensor.ones(24)) }
                .contains("a comparison gives one"))
        #expect(
            message { () throws(TensorError) in
                try Column.compared(.less, .column(people["town"]), .init(3))
            }.contains("a text and a number cannot be compared"))
        #expect(
            message { () throws(TensorError) in try people.checkedJoined(towns, ["river"], .inner) }
                .contains("no column named 'river'"))
    }
}
