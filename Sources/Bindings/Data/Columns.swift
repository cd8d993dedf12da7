internal import DataFrames
internal import Language
internal import Tensors

private let ages = "let ages = Column(\"age\", [3, nil, 8, 5])\n"

/// Columns of tables: values, arithmetic, comparison, figures.
func declareColumns(_ table: DeclarationTable) {
    let filling = Binder.type(table, Column.Filling.self, "enum Filling", "What takes the place of missing values.", ages + "print(ages.fillingMissing(.mean))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for (value, words) in [(Column.Filling.mean, "The mean of the others."), (.median, "The median of the others."), (.mode, "The most frequent value."), (.forward, "The value before."), (.backward, "The value after.")] {
        filling("static var \(value.rawValue): Filling { get }", words, ages + "print(ages.fillingMissing(.\(value.rawValue)).doubles)") { () -> Column.Filling in value }
    }
    let column = Binder.type(table, Column.self, "struct Column", "One column of a table: values of one type, any of which may be missing.", ages + "print(ages)", describe: { $0.description }, equal: { $0 == $1 })
    column("init(_ name: String, _ values: Any)", "A column of an array of numbers, texts or truth values, with nil where one is missing; of a tensor or a range.", ages + "print(ages.count)") { (name: String, values: AnyCellValue) throws -> Column in try ColumnSource.column(name, values) }
    column("var name: String { get }", "The column's name.", ages + "print(ages.name)") { (column: Column) -> String in column.name }
    column("func renamed(_ name: String) -> Column", "The same under another name.", ages + "print(ages.renamed(\"years\").name)") { (column: Column, name: String) -> Column in column.renamed(name) }
    column("var count: Int { get }", "The number of rows, missing values included.", ages + "print(ages.count)") { (column: Column) -> Int in column.count }
    column("var missingCount: Int { get }", "The number of missing values.", ages + "print(ages.missingCount)") { (column: Column) -> Int in column.missingCount }
    column("var doubles: [Double] { get }", "The values as numbers, NaN where one is missing.", ages + "print(ages.doubles)") { (column: Column) throws -> [Double] in try column.checkedDoubles() }
    column("var ints: [Int] { get }", "The values as whole numbers, none of them missing.", ages + "print(ages.droppingMissing().ints)") { (column: Column) throws -> [Int] in try column.checkedInts() }
    column("var strings: [String] { get }", "The values as texts, empty where one is missing.", ages + "print(ages.strings)") { (column: Column) -> [String] in column.strings }
    column("var bools: [Bool] { get }", "The values as truth values, false where one is missing.", ages + "print(ages.bools)") { (column: Column) -> [Bool] in column.bools }
    column("subscript(_ row: Int) -> Any?", "The value of a row, nil where it is missing.", ages + "print(ages[0] ?? \"missing\")") { (column: Column, row: Int) throws -> AnyCellValue? in
        guard row >= 0, row < column.count else { throw TensorError.index(operation: "Column", index: row, axis: 0, extent: column.count) }
        return column.element(row)?.cellValue
    }
    column("func tensor() -> Tensor", "The values as a tensor: int64 for whole numbers, else float32; NaN where one is missing.", ages + "print(ages.tensor())") { (column: Column) throws -> Tensor in try column.checkedTensor() }
    column("func codes() -> Tensor", "The place of each value among the sorted categories, −1 where one is missing: labels for a classifier.", "print(Column(\"kind\", [\"dog\", \"cat\", \"dog\"]).codes())") { (column: Column) throws -> Tensor in try column.checkedCodes() }
    column("var categories: [String] { get }", "The different values as texts, sorted.", ages + "print(ages.categories)") { (column: Column) -> [String] in column.categories }
    column("func isMissing() -> Tensor", "True where a value is missing.", ages + "print(ages.isMissing())") { (column: Column) throws -> Tensor in try column.checkedIsMissing() }
    column("func isIn(_ values: [String]) -> Tensor", "True where the value is one of some texts.", "print(Column(\"kind\", [\"dog\", \"cat\", \"fish\"]).isIn([\"cat\", \"dog\"]))") { (column: Column, values: [String]) throws -> Tensor in try column.checkedIsIn(values) }
    column("func droppingMissing() -> Column", "Without the missing values.", ages + "print(ages.droppingMissing().count)") { (column: Column) -> Column in column.droppingMissing() }
    column("func fillingMissing(_ filling: Filling) -> Column", "With missing values replaced by a figure of the others, or by a neighbour.", ages + "print(ages.fillingMissing(.median).doubles)") { (column: Column, filling: Column.Filling) throws -> Column in try column.checkedFilling(filling) }
    column("func fillingMissing(_ value: Double) -> Column", "With missing values replaced by a number.", ages + "print(ages.fillingMissing(0).doubles)") { (column: Column, value: Double) throws -> Column in try column.checkedFilling(value == value.rounded() && column.kind == .int ? .int(Int(value)) : .double(value)) }
    column("func fillingMissing(_ value: String) -> Column", "With missing texts replaced by one.", "print(Column(\"sex\", [\"male\", nil]).fillingMissing(\"unknown\").strings)") { (column: Column, value: String) throws -> Column in try column.checkedFilling(.string(value)) }
    column("func unique() -> Column", "The different values, in the order in which they first occur.", ages + "print(ages.unique().doubles)") { (column: Column) -> Column in column.unique() }
    column("func valueCounts() -> DataFrame", "The different values and how often each occurs, the most frequent first.", "print(Column(\"kind\", [\"dog\", \"cat\", \"dog\"]).valueCounts())") { (column: Column) -> DataFrame in column.valueCounts() }
    column("func map(_ transform: (Double) throws -> Double) -> Column", "What a function makes of each number; missing values stay missing.", ages + "print(ages.map { age in age * 12 }.doubles)") { (column: Column, transform: CellClosure<Double, Double>) throws -> Column in try column.map { (x: Double) in try transform(x) } }
    column("func map(_ transform: (String) throws -> String) -> Column", "What a function makes of each text; missing values stay missing.", "print(Column(\"kind\", [\"dog\", \"cat\"]).map { (text: String) -> String in text.uppercased() }.strings)") { (column: Column, transform: CellClosure<String, String>) throws -> Column in try column.map { (x: String) in try transform(x) } }
    column("func categories(_ transform: (Double) throws -> String) -> Column", "The class that a function gives to each number.", ages + "print(ages.categories { age in age < 5 ? \"young\" : \"old\" }.strings)") { (column: Column, transform: CellClosure<String, Double>) throws -> Column in try column.categories { try transform($0) } }
    for (name, words) in [(Aggregate.sum, "The sum"), (.mean, "The mean"), (.median, "The middle"), (.std, "The standard deviation, divided by n − 1,"), (.variance, "The variance, divided by n − 1,"), (.min, "The least"), (.max, "The greatest")] {
        column("func \(name.rawValue)() -> Double", "\(words) of the values that are there.", ages + "print(ages.\(name.rawValue)())") { (column: Column) throws -> Double in try column.statistic(name) }
    }
    column("func quantile(_ fraction: Double) -> Double", "The value below which a part of the values lies.", ages + "print(ages.quantile(0.25))") { (column: Column, fraction: Double) throws -> Double in try column.checkedQuantile(fraction) }
    declareColumnOperators(table)
}

private func declareColumnOperators(_ table: DeclarationTable) {
    let free = Binder(table)
    let two = "let a = Column(\"a\", [1, 2, 3])\nlet b = Column(\"b\", [3.0, 2, 1])\n"
    for operation in Column.Arithmetic.allCases {
        let name = operation.rawValue
        let words = "Row by row; where one side is missing so is the result."
        func example(_ text: String) -> String { two + "print((\(text)).doubles)" }
        free("func \(name) (_ a: Column, _ b: Column) -> Column", words, example("a \(name) b")) { (a: Column, b: Column) throws -> Column in try Column.combined(operation, .column(a), .column(b)) }
        free("func \(name) (_ a: Column, _ b: Double) -> Column", words, example("a \(name) 1.5")) { (a: Column, b: Double) throws -> Column in try Column.combined(operation, .column(a), .init(b)) }
        free("func \(name) (_ a: Double, _ b: Column) -> Column", words, example("1.5 \(name) b")) { (a: Double, b: Column) throws -> Column in try Column.combined(operation, .init(a), .column(b)) }
        free("func \(name) (_ a: Column, _ b: Int) -> Column", words, example("a \(name) 2")) { (a: Column, b: Int) throws -> Column in try Column.combined(operation, .column(a), .init(b)) }
        free("func \(name) (_ a: Int, _ b: Column) -> Column", words, example("2 \(name) b")) { (a: Int, b: Column) throws -> Column in try Column.combined(operation, .init(a), .column(b)) }
    }
    free("func + (_ a: Column, _ b: String) -> Column", "The texts with another behind.", "print((Column(\"a\", [\"x\", \"y\"]) + \"!\").strings)") { (a: Column, b: String) throws -> Column in try Column.combined(.add, .column(a), .text(b)) }
    for relation in Column.Relation.allCases {
        let name = relation.rawValue
        let words = "Where it holds, as a mask that chooses rows; false where a value is missing\(relation == .notEqual ? ", which here is true" : "")."
        free("func \(name) (_ a: Column, _ b: Column) -> Tensor", words, two + "print(a \(name) b)") { (a: Column, b: Column) throws -> Tensor in try Column.compared(relation, .column(a), .column(b)) }
        free("func \(name) (_ a: Column, _ b: Double) -> Tensor", words, two + "print(a \(name) 2.5)") { (a: Column, b: Double) throws -> Tensor in try Column.compared(relation, .column(a), .init(b)) }
        free("func \(name) (_ a: Column, _ b: Int) -> Tensor", words, two + "print(a \(name) 2)") { (a: Column, b: Int) throws -> Tensor in try Column.compared(relation, .column(a), .init(b)) }
        free("func \(name) (_ a: Column, _ b: String) -> Tensor", words, "print(Column(\"a\", [\"x\", \"y\"]) \(name) \"x\")") { (a: Column, b: String) throws -> Tensor in try Column.compared(relation, .column(a), .text(b)) }
    }
}
