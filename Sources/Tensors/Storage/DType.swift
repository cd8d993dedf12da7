internal import CKernels

/// The type of a tensor's elements.
///
/// Promotion follows PyTorch: `bool < uint8 < int32 < int64 < float32 < float64`.
public enum DType: UInt8, Sendable, Hashable, CaseIterable, Comparable, CustomStringConvertible {
    case bool
    case uint8
    case int32
    case int64
    case float32
    case float64

    /// Bytes an element takes.
    public var byteCount: Int {
        switch self {
        case .bool, .uint8: 1
        case .int32, .float32: 4
        case .int64, .float64: 8
        }
    }

    /// Whether the elements are floating-point numbers, the ones that have gradients.
    public var isFloatingPoint: Bool { self >= .float32 }

    /// Whether the elements are integers; truth values are not.
    public var isInteger: Bool { self >= .uint8 && self <= .int64 }

    /// The name as it is written after the dot: `float32`.
    public var name: String {
        switch self {
        case .bool: "bool"
        case .uint8: "uint8"
        case .int32: "int32"
        case .int64: "int64"
        case .float32: "float32"
        case .float64: "float64"
        }
    }

    public var description: String { name }

    public static func < (a: DType, b: DType) -> Bool { a.rawValue < b.rawValue }

    /// The type that holds the values of both.
    @inline(__always)
    package static func promoted(_ a: DType, _ b: DType) -> DType { a > b ? a : b }

    /// The type a floating-point function of this type gives: itself, or float32 for the others.
    @inline(__always)
    package var floating: DType { isFloatingPoint ? self : .float32 }

    /// What kind of number the type holds: 0 truth values, 1 integers, 2 floating point.
    @inline(__always)
    package var kind: Int { self == .bool ? 0 : isFloatingPoint ? 2 : 1 }

    /// The kernels' number for this type; both lists are in the order of promotion.
    @inline(__always)
    var c: vj_dtype { vj_dtype(rawValue: UInt32(rawValue)) }
}

/// A Swift type that a tensor's elements can be read as and made from.
public protocol TensorElement: BitwiseCopyable, Sendable {
    /// The element type that stores it.
    static var storedType: DType { get }
}

extension Float: TensorElement {
    public static var storedType: DType { .float32 }
}

extension Double: TensorElement {
    public static var storedType: DType { .float64 }
}

extension Int: TensorElement {
    public static var storedType: DType { .int64 }
}

extension Int64: TensorElement {
    public static var storedType: DType { .int64 }
}

extension Int32: TensorElement {
    public static var storedType: DType { .int32 }
}

extension UInt8: TensorElement {
    public static var storedType: DType { .uint8 }
}

extension Bool: TensorElement {
    public static var storedType: DType { .bool }
}

extension Int {
    /// The value cut towards zero; what lies outside becomes the nearest bound and NaN becomes 0.
    @inline(__always)
    package init(saturating value: Double) {
        if value >= 9.223372036854775e18 {
            self = .max
        } else if value <= -9.223372036854775e18 {
            self = .min
        } else if value != value {
            self = 0
        } else {
            self = Int(value)
        }
    }
}
