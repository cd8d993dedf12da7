/// What can be wrong with what a figure is asked to draw.
public enum PlotError: Error, Equatable, CustomStringConvertible {
    /// Two series of values that belong together have different lengths.
    case lengthMismatch(what: String, first: String, count: Int, second: String, otherCount: Int)
    /// Data has another shape than a kind of figure draws.
    case shape(what: String, expected: String, given: [Int])
    /// A nested array's rows have different lengths.
    case raggedRows(first: Int, other: Int, row: Int)
    /// Text where numbers are needed.
    case notNumbers(what: String, example: String)
    /// An option's value is not one of those there are.
    case unknownName(what: String, given: String, known: [String])
    /// An option's value is outside what makes sense.
    case badValue(what: String, given: String, expected: String)
    /// A logarithmic axis has no positive number to show.
    case noPositiveData(axis: String)
    /// `colorbar` found nothing whose colours stand for values.
    case nothingToScale
    /// A file could not be written.
    case cannotWrite(path: String, reason: String)
    /// Another program is needed and was not found.
    case missingProgram(program: String, package: String, format: String)
    /// A font file that outlines are taken from was not found.
    case missingFont(file: String, package: String)
    /// A program that converts the picture failed.
    case conversionFailed(program: String, status: Int)
    /// A closure handed to a figure failed, with an error of its own.
    case closureFailed(what: String, error: ClosureError)

    public var description: String {
        switch self {
        case .lengthMismatch(let what, let first, let count, let second, let otherCount):
            return """
                \(what): \(first) has \(count) values and \(second) has \(otherCount)
                help: give as many of one as of the other
                """
        case .shape(let what, let expected, let given):
            return "\(what) needs \(expected), not data of shape \(given)"
        case .raggedRows(let first, let other, let row):
            return """
                rows of a nested array must be equally long: row 0 has \(first) values, row \(row) \
                has \(other)
                """
        case .notNumbers(let what, let example):
            return "\(what) must be numbers, not text such as \"\(example)\""
        case .unknownName(let what, let given, let known):
            let near = Spelling.nearest(to: given, among: known)
            let hint = near.map { "did you mean '\($0)'? " } ?? ""
            return """
                unknown \(what) '\(given)'
                help: \(hint)there are \(known.joined(separator: ", "))
                """
        case .badValue(let what, let given, let expected):
            return "\(what) is \(given); expected \(expected)"
        case .noPositiveData(let axis):
            return """
                the \(axis) axis is logarithmic and no value on it is positive
                help: use a linear scale, \(axis)scale(.linear), or .symlog, which shows zero and \
                negative values
                """
        case .nothingToScale:
            return """
                colorbar needs an image, a heat map, a contour or a scatter coloured by values, and \
                these axes have none
                help: draw one first, such as imshow(x) or scatter(x, y, c: values)
                """
        case .cannotWrite(let path, let reason):
            return "cannot write '\(path)': \(reason)"
        case .missingProgram(let program, let package, let format):
            return """
                writing \(format) needs the program '\(program)', which is not installed
                help: sudo apt-get install \(package), or save the figure as .svg
                """
        case .missingFont(let file, let package):
            return """
                text as outlines needs the font '\(file)', which is not installed
                help: sudo apt-get install \(package), or save the figure with its text as text
                """
        case .conversionFailed(let program, let status):
            return "'\(program)' could not convert the figure: it ended with status \(status)"
        case .closureFailed(let what, let error):
            return "\(what) failed: \(error)"
        }
    }
}

/// What a closure threw; two are equal that say the same.
public struct ClosureError: Equatable, CustomStringConvertible, Sendable {
    public let thrown: any Error

    public init(_ thrown: any Error) { self.thrown = thrown }

    public var description: String { "\(thrown)" }

    public static func == (a: ClosureError, b: ClosureError) -> Bool { a.description == b.description }
}

/// Looks for what was meant.
enum Spelling {
    /// The known name with the fewest edits from `given`, if it is close.
    static func nearest(to given: String, among known: [String]) -> String? {
        var best: (name: String, distance: Int)?
        for name in known {
            let distance = distance(Array(given.lowercased()), Array(name.lowercased()))
            if distance < (best?.distance ?? Int.max) { best = (name, distance) }
        }
        guard let best, best.distance <= max(1, given.count / 3) else { return nil }
        return best.name
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before = [Int](repeating: Int.max / 2, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + last.dropFirst()
            for j in b.indices {
                row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                // Two letters changed places.
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    row[j + 1] = min(row[j + 1], before[j - 1] + 1)
                }
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}

/// Runs the throwing form for the plain face: in a compiled program a mistake ends it with its message.
@inline(never)
func plain<Result>(_ body: () throws -> Result) -> Result {
    do {
        return try body()
    } catch {
        fatalError("\(error)")
    }
}
