internal import Glibc

// What cells can write of Swift's own library and the compiler alone does not take.

// Of two whole numbers C's and Foundation's functions of one name are equally good for the compiler.

/// The angle of the point (y, x), in radians: the second coordinate comes first.
public func atan2(_ y: Int, _ x: Int) -> Double { Glibc.atan2(Double(y), Double(x)) }

/// √(x² + y²) without overflow.
public func hypot(_ x: Int, _ y: Int) -> Double { Glibc.hypot(Double(x), Double(y)) }

/// x with the sign of y.
public func copysign(_ x: Int, _ y: Int) -> Double { Glibc.copysign(Double(x), Double(y)) }

/// The lesser of two numbers; of a number and NaN the number.
public func fmin(_ x: Int, _ y: Int) -> Double { Glibc.fmin(Double(x), Double(y)) }

/// The greater of two numbers; of a number and NaN the number.
public func fmax(_ x: Int, _ y: Int) -> Double { Glibc.fmax(Double(x), Double(y)) }

// Two array literals may also be tensors, or Foundation's paths of indices: nothing generic is asked then, so that it has
// to be said which arrays they are.

/// The elements of both arrays, one after the other.
public func + (_ a: [Int], _ b: [Int]) -> [Int] { joined(a, b) }

/// The elements of both arrays, one after the other.
public func + (_ a: [Double], _ b: [Double]) -> [Double] { joined(a, b) }

/// The elements of both arrays, one after the other.
public func + (_ a: [String], _ b: [String]) -> [String] { joined(a, b) }

private func joined<Value>(_ a: [Value], _ b: [Value]) -> [Value] {
    var result = a
    result.append(contentsOf: b)
    return result
}

extension String {
    /// The characters as an array.
    public var characters: [Character] { Array(self) }
}

extension Character {
    /// The same character.
    public init(_ character: Character) { self = character }
}
