/// Data ready to be drawn: numbers with a shape, or names of categories.
public struct PlotArray: Sendable, Equatable {
    /// The values, last axis innermost; for categories, their positions 0, 1, 2, ….
    public var values: [Double]
    /// The length of each axis.
    public var shape: [Int]
    /// The names, if the data is text.
    public var categories: [String]?
    /// Whether every value came from an integer type.
    public var isInteger: Bool

    /// Numbers in the shape given.
    public init(values: [Double], shape: [Int], isInteger: Bool = false) {
        self.values = values
        self.shape = shape
        self.isInteger = isInteger
    }

    /// Numbers in a row.
    public init(_ values: [Double]) {
        self.init(values: values, shape: [values.count])
    }

    /// Names in a row.
    public init(categories: [String]) {
        self.init(values: categories.indices.map(Double.init), shape: [categories.count])
        self.categories = categories
        isInteger = true
    }

    /// The numbers in a row; a [n, 1] or [1, n] array counts as one.
    func row(_ what: String) throws(PlotError) -> [Double] {
        guard shape.filter({ $0 != 1 }).count <= 1 else {
            throw .shape(what: what, expected: "a row of numbers", given: shape)
        }
        return values
    }

    /// The numbers in a row, refusing text.
    func numbers(_ what: String) throws(PlotError) -> [Double] {
        if let name = categories?.first { throw .notNumbers(what: what, example: name) }
        return try row(what)
    }

    /// Rows and columns of numbers.
    func matrix(_ what: String) throws(PlotError) -> Matrix {
        if let name = categories?.first { throw .notNumbers(what: what, example: name) }
        var sides = shape
        // Leading and trailing axes of length 1 are a batch of one and a single channel.
        while sides.count > 2, sides.last == 1 { sides.removeLast() }
        while sides.count > 2, sides.first == 1 { sides.removeFirst() }
        guard sides.count == 2 else {
            throw .shape(what: what, expected: "rows and columns, [rows, columns]", given: shape)
        }
        return Matrix(rows: sides[0], columns: sides[1], values: values)
    }
}

/// Rows of numbers, the last axis innermost.
struct Matrix: Sendable, Equatable {
    var rows: Int
    var columns: Int
    var values: [Double]

    subscript(row: Int, column: Int) -> Double { values[row * columns + column] }
}

/// What can be drawn: arrays and nested arrays of numbers or text, ranges, tensors.
public protocol PlotData {
    /// The data as numbers with a shape, or as names.
    ///
    /// - Throws: when rows of a nested array have different lengths.
    func plotArray() throws(PlotError) -> PlotArray

    /// The data as groups of numbers: the rows of a nested array, which may differ in length, the
    /// columns of a matrix, or one group.
    func plotGroups() throws(PlotError) -> [[Double]]
}

/// What an array may hold to be `PlotData`.
public protocol PlotElement {
    /// The array of these elements, as data to draw.
    static func plotArray(of elements: [Self]) throws(PlotError) -> PlotArray
}

extension PlotArray: PlotData {
    public func plotArray() throws(PlotError) -> PlotArray { self }
}

extension Array: PlotData where Element: PlotElement {
    public func plotArray() throws(PlotError) -> PlotArray { try Element.plotArray(of: self) }

    public func plotGroups() throws(PlotError) -> [[Double]] {
        // An array of arrays is its rows; numbers, and tensors of one number, are one group.
        var groups: [[Double]] = []
        for element in self {
            guard let part = element as? any PlotData, !(element is any PlotScalar) else {
                return try plotArray().groups()
            }
            groups.append(try part.plotArray().numbers("a group"))
        }
        if groups.isEmpty || groups.allSatisfy({ $0.count == 1 }) && !(self[0] is any Sequence) {
            return try plotArray().groups()
        }
        return groups
    }
}

extension Array: PlotElement where Element: PlotElement {
    public static func plotArray(of elements: [[Element]]) throws(PlotError) -> PlotArray {
        var parts: [PlotArray] = []
        parts.reserveCapacity(elements.count)
        for element in elements { parts.append(try Element.plotArray(of: element)) }
        return try PlotArray.stacking(parts)
    }
}

extension PlotArray {
    /// Arrays of one shape as one array with a new first axis.
    static func stacking(_ parts: [PlotArray]) throws(PlotError) -> PlotArray {
        guard let first = parts.first else { return PlotArray(values: [], shape: [0, 0]) }
        for (index, part) in parts.enumerated() where part.shape != first.shape {
            guard part.shape.count == 1, first.shape.count == 1 else {
                throw .shape(
                    what: "element \(index) of an array", expected: "the shape \(first.shape)",
                    given: part.shape)
            }
            throw .raggedRows(first: first.values.count, other: part.values.count, row: index)
        }
        for part in parts {
            if let name = part.categories?.first {
                throw .notNumbers(what: "nested arrays", example: name)
            }
        }
        return PlotArray(
            values: parts.flatMap(\.values), shape: [parts.count] + first.shape,
            isInteger: parts.allSatisfy(\.isInteger))
    }
}

extension ArraySlice: PlotData where Element: PlotElement {
    public func plotArray() throws(PlotError) -> PlotArray {
        try Element.plotArray(of: Array(self))
    }
}

extension Double: PlotElement {
    public static func plotArray(of elements: [Double]) -> PlotArray { PlotArray(elements) }
}

extension Float: PlotElement {
    public static func plotArray(of elements: [Float]) -> PlotArray {
        PlotArray(elements.map { Double($0) })
    }
}

extension Int: PlotElement {
    public static func plotArray(of elements: [Int]) -> PlotArray {
        PlotArray(
            values: elements.map { Double($0) }, shape: [elements.count], isInteger: true)
    }
}

extension Double: PlotData {
    /// One number, which stands for as many as are needed: `fill_between(x, 0, y)`, `yerr: 0.1`.
    public func plotArray() -> PlotArray { PlotArray([self]) }
}

extension Int: PlotData {
    /// One number, which stands for as many as are needed.
    public func plotArray() -> PlotArray { Int.plotArray(of: [self]) }
}

extension UInt8: PlotElement {
    public static func plotArray(of elements: [UInt8]) -> PlotArray {
        PlotArray(
            values: elements.map { Double($0) }, shape: [elements.count], isInteger: true)
    }
}

extension Bool: PlotElement {
    public static func plotArray(of elements: [Bool]) -> PlotArray {
        PlotArray(values: elements.map { $0 ? 1 : 0 }, shape: [elements.count], isInteger: true)
    }
}

extension String: PlotElement {
    public static func plotArray(of elements: [String]) -> PlotArray {
        PlotArray(categories: elements)
    }
}

extension Range: PlotData where Bound == Int {
    public func plotArray() -> PlotArray { Int.plotArray(of: Array(self)) }
}

extension ClosedRange: PlotData where Bound == Int {
    public func plotArray() -> PlotArray { Int.plotArray(of: Array(self)) }
}

extension StrideTo: PlotData where Element: PlotElement {
    public func plotArray() throws(PlotError) -> PlotArray {
        try Element.plotArray(of: Array(self))
    }
}

extension StrideThrough: PlotData where Element: PlotElement {
    public func plotArray() throws(PlotError) -> PlotArray {
        try Element.plotArray(of: Array(self))
    }
}
