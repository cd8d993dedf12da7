/// What lies around an image when a window moves over it.
///
///     convolution2D(x, filter: w, padding: .same)
///     convolution2D(x, filter: w, padding: .explicit(1))
public struct Padding: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case valid
        case same
        /// top, bottom, left, right.
        case explicit(Int, Int, Int, Int)
        case wrong([Int])
        case unknown(String)
    }

    let kind: Kind

    /// Windows stay inside the image: the result is smaller.
    public static let valid = Padding(kind: .valid)

    /// As many windows as ⌈extent/stride⌉, what is missing split evenly with the odd one at the end
    /// (TensorFlow, Keras).
    public static let same = Padding(kind: .same)

    /// As many places on every side.
    public static func explicit(_ count: Int) -> Padding {
        Padding(kind: .explicit(count, count, count, count))
    }

    /// Places above and below, to the left and to the right.
    public static func explicit(vertical: Int, horizontal: Int) -> Padding {
        Padding(kind: .explicit(vertical, vertical, horizontal, horizontal))
    }

    /// Places on each side.
    public static func explicit(top: Int, bottom: Int, left: Int, right: Int) -> Padding {
        Padding(kind: .explicit(top, bottom, left, right))
    }

    /// top, bottom, left and right, where they were given.
    package var explicitSizes: [Int]? {
        guard case .explicit(let top, let bottom, let left, let right) = kind else { return nil }
        return [top, bottom, left, right]
    }

    /// One number for all sides, two for [vertical, horizontal], four for [top, bottom, left, right].
    package static func explicit(_ sizes: [Int]) -> Padding {
        switch sizes.count {
        case 1: explicit(sizes[0])
        case 2: explicit(vertical: sizes[0], horizontal: sizes[1])
        case 4: explicit(top: sizes[0], bottom: sizes[1], left: sizes[2], right: sizes[3])
        default: Padding(kind: .wrong(sizes))
        }
    }

    /// The padding before and after along one axis.
    func sizes(
        _ axis: Int, extent: Int, window: Int, stride: Int, _ operation: String
    ) throws(TensorError) -> (before: Int, after: Int) {
        switch kind {
        case .valid: return (0, 0)
        case .same:
            let count = (extent + stride - 1) / stride
            let total = Swift.max(0, (count - 1) * stride + window - extent)
            return (total / 2, total - total / 2)
        case .explicit(let top, let bottom, let left, let right):
            let (before, after) = axis == 0 ? (top, bottom) : (left, right)
            guard before >= 0, after >= 0, before < 1 << 31, after < 1 << 31 else {
                throw .domain(
                    operation: operation, problem: "a padding of \(Swift.min(before, after))",
                    help: "paddings are 0 or more; a slice makes an image smaller")
            }
            return (before, after)
        case .wrong(let sizes):
            throw .domain(
                operation: operation, problem: "\(sizes) is not a padding",
                help: "give one number, [vertical, horizontal] or [top, bottom, left, right]")
        case .unknown(let name):
            throw .domain(
                operation: operation, problem: "the padding '\(name)' is unknown",
                help: "use '.valid', '.same' or '.explicit(1)'")
        }
    }
}

extension Padding: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    /// The padding of that name: "valid" or "same".
    public init(stringLiteral name: String) {
        kind = name == "valid" ? .valid : name == "same" ? .same : .unknown(name)
    }

    /// As many places on every side.
    public init(integerLiteral count: Int) { self = .explicit(count) }

    public var description: String {
        switch kind {
        case .valid: "valid"
        case .same: "same"
        case .explicit(let top, let bottom, let left, let right):
            top == bottom && left == right && top == left
                ? "explicit(\(top))" : "explicit([\(top), \(bottom), \(left), \(right)])"
        case .wrong(let sizes): "explicit(\(sizes))"
        case .unknown(let name): name
        }
    }
}
