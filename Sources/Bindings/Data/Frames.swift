internal import DataFrames
internal import Language
internal import Tensors

extension Groups: CellObject {}
extension Row: CellObject {}
extension Aggregate: CellObject {}
extension JoinKind: CellObject {}
extension Column.Filling: CellObject {}

/// `["name": value, …]` where the order counts: a KeyValuePairs of the language.
struct NamedValues<Value: CellValue>: CellValue {
    let pairs: [(name: String, value: Value)]

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> NamedValues<Value> {
        NamedValues(pairs: try [CellTuple<String, Value>].load(slots).map { (name: $0.elements.0, value: $0.elements.1) })
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        pairs.map { CellTuple($0.name, $0.value) }.store(slots)
    }
}

/// A column's values, as a cell gives them: arrays of numbers, texts and truth values, with nil where one is missing,
/// tensors, ranges, columns.
enum ColumnSource {
    static func column(_ name: String, _ value: AnyCellValue) throws -> Column {
        if let column = value.native(Column.self) { return column.renamed(name) }
        if let tensor = value.native(Tensor.self) { return try column(name, tensor) }
        let type = value.type
        if let element = type.arrayElement {
            switch element.nominal?.form {
            case .int: return Column(name, try [Int].load(value.slots))
            case .double: return Column(name, try [Double].load(value.slots))
            case .float: return Column(name, try [Float].load(value.slots).map { Double($0) })
            case .bool: return Column(name, try [Bool].load(value.slots))
            case .string: return Column(name, try [String].load(value.slots))
            default: break
            }
            if let wrapped = element.wrapped {
                switch wrapped.nominal?.form {
                case .int: return Column(name: name, elements: try [Int?].load(value.slots).map { $0.map { .int($0) } })
                case .double: return Column(name: name, elements: try [Double?].load(value.slots).map { $0.map { .double($0) } })
                case .bool: return Column(name: name, elements: try [Bool?].load(value.slots).map { $0.map { .bool($0) } })
                case .string: return Column(name: name, elements: try [String?].load(value.slots).map { $0.map { .string($0) } })
                default: break
                }
            }
        }
        do {
            return try column(name, TensorSource(value: value).tensor())
        } catch {
            throw TensorError.domain(operation: "Column", problem: "a column cannot be made from a value of type '\(type)'", help: "arrays of numbers, texts and truth values can")
        }
    }

    private static func column(_ name: String, _ tensor: Tensor) throws -> Column {
        guard tensor.rank == 1 else {
            throw TensorError.shape(operation: "Column", expected: "one value for each row", given: tensor.shape, help: nil)
        }
        if tensor.dtype.isFloatingPoint { return Column(name, try Checked.scalars(Checked.asType(tensor, .float64), as: Double.self)) }
        let values = try Checked.scalars(Checked.asType(tensor, .int64), as: Int.self)
        return tensor.dtype == .bool ? Column(name, values.map { $0 != 0 }) : Column(name, values)
    }
}

extension Element {
    /// The value as a cell has it.
    var cellValue: AnyCellValue {
        func made<Value: CellValue>(_ type: Type, _ value: Value) -> AnyCellValue {
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(Value.slotCount, 1)) { buffer in
                let slots = buffer.baseAddress!
                value.store(slots)
                defer { HeapObject.release(slots, Value.cellLayout) }
                return AnyCellValue(type: type, borrowing: UnsafePointer(slots))
            }
        }
        return switch self {
        case .int(let value): made(.int, value)
        case .double(let value): made(.double, value)
        case .string(let value): made(.string, value)
        case .bool(let value): made(.bool, value)
        }
    }
}

private let pets = "let frame = DataFrame([Column(\"kind\", [\"cat\", \"dog\", \"cat\"]), Column(\"age\", [3, 5, 8])])\n"

func declareFrames(_ table: DeclarationTable) {
    let aggregate = Binder.type(table, Aggregate.self, "enum Aggregate", "A figure of a column, or of a group of rows, over the values that are there.", pets + "print(frame.grouped(by: \"kind\").aggregated(.mean))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for value in Aggregate.allCases {
        let words = [Aggregate.std: "The standard deviation, divided by n − 1.", .variance: "The variance, divided by n − 1.", .unique: "The number of different values.", .count: "The number of values.", .first: "The first value.", .last: "The last value."][value] ?? "The \(value.rawValue) of the values."
        aggregate("static var \(value.rawValue): Aggregate { get }", words, pets + "print(frame.grouped(by: \"kind\").aggregated(.\(value.rawValue)))") { () -> Aggregate in value }
    }
    declareColumns(table)
    let frame = Binder.type(table, DataFrame.self, "struct DataFrame", "A table with named columns, each of one type, any of whose values may be missing.", pets + "print(frame)", describe: { $0.description }, equal: { $0 == $1 })
    // A literal of names and values is tried in this order.
    frame("init(_ columns: KeyValuePairs<String, Any>)", "A table of values by name: arrays, with nil where one is missing, tensors, columns.", "print(DataFrame([\"name\": [\"Ada\", \"Alan\"], \"born\": [1815, 1912]]))") { (columns: NamedValues<AnyCellValue>) throws -> DataFrame in
        try DataFrame(checking: columns.pairs.map { try ColumnSource.column($0.name, $0.value) })
    }
    frame("init(_ columns: [Column])", "A table of columns of equal length.", pets + "print(frame.shape)") { (columns: [Column]) throws -> DataFrame in try DataFrame(checking: columns) }
    frame("init(csv path: String, separator: String = \",\") throws", "The table of a CSV file, compressed or not.", pets + "frame.save(csv: \"pets.csv\")\nprint(DataFrame(csv: \"pets.csv\"))") { (path: String, separator: String) throws -> DataFrame in try DataFrame(csv: path, separator: separator) }
    frame("init(csvText text: String, separator: String = \",\") throws", "The table of CSV text.", "print(DataFrame(csvText: \"a,b\\n1,x\\n2,y\"))") { (text: String, separator: String) throws -> DataFrame in try DataFrame(csvText: text, separator: separator) }
    frame("var columns: [String] { get }", "The columns' names.", pets + "print(frame.columns)") { (frame: DataFrame) -> [String] in frame.columns }
    frame("var count: Int { get }", "The number of rows.", pets + "print(frame.count)") { (frame: DataFrame) -> Int in frame.count }
    frame("var shape: [Int] { get }", "The numbers of rows and columns.", pets + "print(frame.shape)") { (frame: DataFrame) -> [Int] in frame.shape }
    frame("func save(csv path: String, separator: String = \",\") throws", "Writes the table as comma-separated text.", pets + "frame.save(csv: \"pets.csv\")") { (frame: DataFrame, path: String, separator: String) throws -> CellVoid in
        try frame.save(csv: path, separator: separator)
        return CellVoid()
    }
    frame("func csvText(separator: String = \",\") -> String", "The table as comma-separated text.", pets + "print(frame.csvText())") { (frame: DataFrame, separator: String) -> String in frame.csvText(separator: separator) }
    frame("func tensor() -> Tensor", "The columns side by side as float32 [rows, columns]; missing values are NaN.", pets + "print(frame[[\"age\"]].tensor())") { (frame: DataFrame) throws -> Tensor in try frame.checkedTensor() }
    frame("func tensor(_ names: [String]) -> Tensor", "Some columns side by side as float32 [rows, columns]; missing values are NaN.", pets + "print(frame.tensor([\"age\"]))") { (frame: DataFrame, names: [String]) throws -> Tensor in try frame.checkedTensor(names) }
    Binder(table)("func readCSV(_ path: String, separator: String = \",\") throws -> DataFrame", "The table of a CSV file, compressed or not.", pets + "frame.save(csv: \"pets.csv\")\nprint(readCSV(\"pets.csv\"))") { (path: String, separator: String) throws -> DataFrame in try readCSV(path, separator: separator) }
    declareFrameColumns(frame)
    declareFrameRows(frame, table)
    declareFrameSummaries(frame)
    declareGroups(frame, table)
}

private func declareFrameColumns(_ frame: Binder) {
    frame.accessors(
        "subscript(_ name: String) -> Column { get set }", "A column; assigning adds it, or replaces the one of that name.", "var frame = DataFrame([Column(\"age\", [3, 5])])\nframe[\"months\"] = frame[\"age\"] * 12\nprint(frame)",
        get: NativeFunction("subscript") { (frame: DataFrame, name: String) throws -> Column in try frame.column(name) },
        set: NativeFunction("subscript") { (frame: Inout<DataFrame>, name: String, column: Column) throws -> CellVoid in
            frame.set(try frame.get().checkedSetting(name, column))
            return CellVoid()
        })
    frame("subscript(_ names: [String]) -> DataFrame", "The table with these columns alone.", pets + "print(frame[[\"age\", \"kind\"]])") { (frame: DataFrame, names: [String]) throws -> DataFrame in try frame.selecting(names) }
    frame("func select(_ names: [String]) -> DataFrame", "The table with these columns alone.", pets + "print(frame.select([\"age\"]))") { (frame: DataFrame, names: [String]) throws -> DataFrame in try frame.selecting(names) }
    frame("func setting(_ name: String, _ values: Any) -> DataFrame", "The table with a column added, or replaced where there is one of that name.", pets + "print(frame.setting(\"weight\", [4.5, 20, 5]))") { (frame: DataFrame, name: String, values: AnyCellValue) throws -> DataFrame in try frame.checkedSetting(name, ColumnSource.column(name, values)) }
    frame("func dropping(_ names: [String]) -> DataFrame", "The table without these columns.", pets + "print(frame.dropping([\"age\"]))") { (frame: DataFrame, names: [String]) throws -> DataFrame in try frame.checkedDropping(names) }
    frame("func renamed(_ old: String, to new: String) -> DataFrame", "The table with a column under another name.", pets + "print(frame.renamed(\"age\", to: \"years\").columns)") { (frame: DataFrame, old: String, new: String) throws -> DataFrame in try frame.checkedRenamed(old, new) }
    frame("func oneHot(_ name: String) -> DataFrame", "The table with a column of categories replaced by one column of 0 and 1 for each.", pets + "print(frame.oneHot(\"kind\"))") { (frame: DataFrame, name: String) throws -> DataFrame in try frame.checkedOneHot(name) }
    frame("func fillingMissing(_ filling: Filling) -> DataFrame", "The table with missing values filled; texts by the most frequent one where a mean is asked for.", "let frame = DataFrame([\"a\": [1.0, nil, 3]])\nprint(frame.fillingMissing(.mean))") { (frame: DataFrame, filling: Column.Filling) throws -> DataFrame in try frame.checkedFilling(filling) }
    frame("func melted(keys: [String], values: [String]? = nil, variable: String = \"variable\", value: String = \"value\") -> DataFrame", "The table in long form: a row for each value of the columns that are no keys.", pets + "print(frame.melted(keys: [\"kind\"]))") { (frame: DataFrame, keys: [String], values: [String]?, variable: String, value: String) throws -> DataFrame in try frame.checkedMelted(keys, values, variable, value) }
    frame("func appending(_ other: DataFrame) -> DataFrame", "The rows of two tables with the same columns, one after the other.", pets + "print(frame.appending(frame).count)") { (frame: DataFrame, other: DataFrame) throws -> DataFrame in try frame.checkedAppending(other) }
}

private func declareFrameRows(_ frame: Binder, _ table: DeclarationTable) {
    for (name, words, part) in [("head", "first", { $0.head($1) } as (DataFrame, Int) -> DataFrame), ("tail", "last", { $0.tail($1) })] {
        frame("func \(name)(_ count: Int = 5) -> DataFrame", "The \(words) rows.", pets + "print(frame.\(name)(2))") { (frame: DataFrame, count: Int) throws -> DataFrame in
            guard count >= 0 else { throw TensorError.domain(operation: name, problem: "a number of rows cannot be negative: \(count)", help: nil) }
            return part(frame, count)
        }
    }
    frame("subscript(_ rows: Range<Int>) -> DataFrame", "The rows of a range.", pets + "print(frame[0..<2])") { (frame: DataFrame, range: Range<Int>) throws -> DataFrame in try frame.checkedRange(range) }
    frame("subscript(_ mask: Tensor) -> DataFrame", "The rows where a mask holds.", pets + "print(frame[frame[\"age\"] .> 4])") { (frame: DataFrame, mask: Tensor) throws -> DataFrame in try frame.checkedFilter(mask) }
    frame("func filter(_ mask: Tensor) -> DataFrame", "The rows where a mask holds.", pets + "print(frame.filter(frame[\"kind\"] .== \"cat\"))") { (frame: DataFrame, mask: Tensor) throws -> DataFrame in try frame.checkedFilter(mask) }
    frame("func filter(_ test: (Row) throws -> Bool) -> DataFrame", "The rows that a test holds for.", pets + "print(frame.filter { row in row.double(\"age\") > 4 })") { (frame: DataFrame, test: CellClosure<Bool, Row>) throws -> DataFrame in try frame.filter { try test($0) } }
    frame("var rows: [Row] { get }", "All rows, one after the other.", pets + "for row in frame.rows { print(row.string(\"kind\")) }") { (frame: DataFrame) -> [Row] in frame.rows }
    frame("func sorted(by name: String, descending: Bool = false) -> DataFrame", "The rows in the order of one column; missing values come last.", pets + "print(frame.sorted(by: \"age\", descending: true))") { (frame: DataFrame, name: String, descending: Bool) throws -> DataFrame in try frame.checkedSorted([name], descending: descending) }
    frame("func sorted(by names: [String], descending: Bool = false) -> DataFrame", "The rows in the order of several columns, the first before the second.", pets + "print(frame.sorted(by: [\"kind\", \"age\"]))") { (frame: DataFrame, names: [String], descending: Bool) throws -> DataFrame in try frame.checkedSorted(names, descending: descending) }
    frame("func sample(_ count: Int) -> DataFrame", "Rows drawn by chance, none twice.", pets + "print(frame.sample(2).count)") { (frame: DataFrame, count: Int) throws -> DataFrame in try frame.checkedSample(count) }
    frame("func shuffled() -> DataFrame", "All rows in random order.", pets + "print(frame.shuffled().count)") { (frame: DataFrame) throws -> DataFrame in try frame.checkedSample(frame.count) }
    frame("func droppingMissing(in names: [String]? = nil) -> DataFrame", "The rows in which no value is missing, of all columns or some.", "print(DataFrame([\"a\": [1, nil, 3]]).droppingMissing())") { (frame: DataFrame, names: [String]?) throws -> DataFrame in try frame.checkedDroppingMissing(names) }
    frame("func droppingDuplicates(in names: [String]? = nil) -> DataFrame", "The first of all rows that are equal, in all columns or some.", pets + "print(frame.droppingDuplicates(in: [\"kind\"]))") { (frame: DataFrame, names: [String]?) throws -> DataFrame in try frame.checkedDroppingDuplicates(names) }

    let row = Binder.type(table, Row.self, "struct Row", "One row of a table.", pets + "print(frame.rows[0])", describe: { $0.description })
    row("func double(_ name: String) -> Double", "The number in a column; NaN where it is missing.", pets + "print(frame.rows[0].double(\"age\"))") { (row: Row, name: String) throws -> Double in try row.checkedDouble(name) }
    row("func string(_ name: String) -> String", "The text in a column; empty where it is missing.", pets + "print(frame.rows[0].string(\"kind\"))") { (row: Row, name: String) throws -> String in try row.checkedElement(name)?.text ?? "" }
    row("subscript(_ name: String) -> Any?", "The value in a column, nil where it is missing.", pets + "print(frame.rows[0][\"age\"] ?? \"missing\")") { (row: Row, name: String) throws -> AnyCellValue? in try row.checkedElement(name)?.cellValue }
}

private func declareFrameSummaries(_ frame: Binder) {
    frame("func describe() -> DataFrame", "Count, mean, standard deviation, least, quartiles and greatest of each column of numbers; of a table of texts, how many, how many different, and the most frequent.", pets + "print(frame.describe())") { (frame: DataFrame) throws -> DataFrame in try frame.checkedDescribe() }
    frame("func info() -> DataFrame", "Each column's type, number of values, of missing and of different ones.", pets + "print(frame.info())") { (frame: DataFrame) -> DataFrame in frame.info() }
    frame("func missingCounts() -> DataFrame", "The number of missing values in each column.", pets + "print(frame.missingCounts())") { (frame: DataFrame) -> DataFrame in frame.missingCounts() }
    frame("func correlation() -> DataFrame", "Pearson's correlation between each two columns of numbers.", "print(DataFrame([\"a\": [1, 2, 3], \"b\": [2.0, 4, 7]]).correlation())") { (frame: DataFrame) throws -> DataFrame in try frame.checkedCorrelation() }
}

private func declareGroups(_ frame: Binder, _ table: DeclarationTable) {
    let kind = Binder.type(table, JoinKind.self, "enum JoinKind", "Which rows a join keeps.", pets + "print(frame.joined(frame, on: \"kind\", kind: .left).count)", describe: { $0.rawValue }, equal: { $0 == $1 })
    for (value, words) in [(JoinKind.inner, "Those whose key both tables have."), (.left, "All of the left table."), (.right, "All of the right table."), (.outer, "All of both.")] {
        kind("static var \(value.rawValue): JoinKind { get }", words, pets + "print(frame.joined(frame, on: \"kind\", kind: .\(value.rawValue)).count)") { () -> JoinKind in value }
    }
    let owners = pets + "let owners = DataFrame([\"kind\": [\"cat\", \"bird\"], \"owner\": [\"Ada\", \"Alan\"]])\n"
    frame("func joined(_ other: DataFrame, on name: String, kind: JoinKind = .inner) -> DataFrame", "The rows of two tables that agree in a column, side by side; other columns that both have get _x and _y behind their names.", owners + "print(frame.joined(owners, on: \"kind\"))") { (frame: DataFrame, other: DataFrame, name: String, kind: JoinKind) throws -> DataFrame in try frame.checkedJoined(other, [name], kind) }
    frame("func joined(_ other: DataFrame, on names: [String], kind: JoinKind = .inner) -> DataFrame", "The rows of two tables that agree in several columns, side by side.", owners + "print(frame.joined(owners, on: [\"kind\"], kind: .outer))") { (frame: DataFrame, other: DataFrame, names: [String], kind: JoinKind) throws -> DataFrame in try frame.checkedJoined(other, names, kind) }

    frame("func grouped(by name: String) -> Groups", "The rows by the values of a column.", pets + "print(frame.grouped(by: \"kind\").mean())") { (frame: DataFrame, name: String) throws -> Groups in try Groups(frame, [name]) }
    frame("func grouped(by names: [String]) -> Groups", "The rows by the values of several columns.", pets + "print(frame.grouped(by: [\"kind\"]).sizes())") { (frame: DataFrame, names: [String]) throws -> Groups in try Groups(frame, names) }
    frame("func pivot(rows: String, columns: String, values: String, aggregate: Aggregate = .mean) -> DataFrame", "A table whose rows are the values of one column and whose columns those of another; each cell holds a figure of a third.", "let frame = DataFrame([\"day\": [\"Mo\", \"Mo\", \"Tu\"], \"who\": [\"Ada\", \"Alan\", \"Ada\"], \"hours\": [2, 3, 4]])\nprint(frame.pivot(rows: \"day\", columns: \"who\", values: \"hours\"))") { (frame: DataFrame, rows: String, columns: String, values: String, aggregate: Aggregate) throws -> DataFrame in try frame.checkedPivot(rows: rows, columns: columns, values: values, aggregate) }

    let groups = Binder.type(table, Groups.self, "struct Groups", "The rows of a table by the values of some columns, in the order of the keys.", pets + "print(frame.grouped(by: \"kind\"))", describe: { "Groups(\($0.count) by \($0.keys.joined(separator: ", ")))" })
    groups("var count: Int { get }", "The number of groups.", pets + "print(frame.grouped(by: \"kind\").count)") { (groups: Groups) -> Int in groups.count }
    for (name, words, value) in [("mean", "The means of the columns of numbers.", Aggregate.mean), ("sum", "The sums of the columns of numbers.", .sum), ("median", "The medians of the columns of numbers.", .median), ("std", "The standard deviations of the columns of numbers.", .std), ("min", "The least values.", .min), ("max", "The greatest values.", .max), ("counts", "The numbers of values that are not missing.", .count)] {
        groups("func \(name)() -> DataFrame", "A row for each group. \(words)", pets + "print(frame.grouped(by: \"kind\").\(name)())") { (groups: Groups) throws -> DataFrame in try groups.checkedAggregate(value) }
    }
    groups("func sizes() -> DataFrame", "The number of rows of each group.", pets + "print(frame.grouped(by: \"kind\").sizes())") { (groups: Groups) throws -> DataFrame in try groups.checkedSizes() }
    groups("func aggregated(_ wanted: KeyValuePairs<String, Aggregate>) -> DataFrame", "A row for each group with figures of some columns.", pets + "print(frame.grouped(by: \"kind\").aggregated([\"age\": .mean]))") { (groups: Groups, wanted: NamedValues<Aggregate>) throws -> DataFrame in try groups.checkedAggregate(wanted.pairs.map { (name: $0.name, aggregate: $0.value) }) }
    groups("func aggregated(_ aggregate: Aggregate) -> DataFrame", "A row for each group with one figure of every other column that has it.", pets + "print(frame.grouped(by: \"kind\").aggregated(.max))") { (groups: Groups, aggregate: Aggregate) throws -> DataFrame in try groups.checkedAggregate(aggregate) }
    groups("var frames: [DataFrame] { get }", "The table of each group.", pets + "for part in frame.grouped(by: \"kind\").frames { print(part.count) }") { (groups: Groups) -> [DataFrame] in groups.frames }
    groups("var names: [String] { get }", "What each group has in common: its keys as a text.", pets + "print(frame.grouped(by: \"kind\").names)") { (groups: Groups) -> [String] in groups.names }
    table.conform("Groups", to: "Sequence", types: ["Element": "(String, DataFrame)"])
    groups.source("func makeIterator() -> UnfoldSequence<(String, DataFrame)> {\n let (names, frames) = (names, frames)\n var i = -1\n return UnfoldSequence {\n  i += 1\n  return i < names.count ? (names[i], frames[i]) : nil\n }\n}", "What gives the groups one after the other.", pets + "for (kind, rows) in frame.grouped(by: \"kind\") { print(kind, rows.count) }")
}
