internal import Tensors

// Everything random that a program with `import Vencejo` draws comes from the one generator that `setRandomSeed` starts,
// Swift's own functions included: the same program gives the same numbers, as a notebook does. What is drawn with
// `using:` comes from the generator given.

/// The library's seeded generator, in the place of the system's.
public struct SystemRandomNumberGenerator: RandomNumberGenerator, Sendable {
    public init() {}

    /// The next 64 random bits.
    public mutating func next() -> UInt64 { RandomGenerator.shared.nextUInt64() }
}

extension Double {
    /// A random number of a range, from the seeded generator.
    public static func random(in range: Range<Double>) -> Double {
        range.lowerBound + RandomGenerator.shared.nextUniform() * (range.upperBound - range.lowerBound)
    }

    /// A random number of a range, from the seeded generator.
    public static func random(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + RandomGenerator.shared.nextUniform() * (range.upperBound - range.lowerBound)
    }
}

extension Float {
    /// A random number of a range, from the seeded generator.
    public static func random(in range: Range<Float>) -> Float {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
    }

    /// A random number of a range, from the seeded generator.
    public static func random(in range: ClosedRange<Float>) -> Float {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
    }
}

extension Int {
    /// A random whole number of a range, from the seeded generator.
    public static func random(in range: Range<Int>) -> Int {
        precondition(!range.isEmpty, "there is no number in an empty range")
        return RandomGenerator.shared.next(in: range.lowerBound...(range.upperBound - 1))
    }

    /// A random whole number of a range, from the seeded generator.
    public static func random(in range: ClosedRange<Int>) -> Int { RandomGenerator.shared.next(in: range) }
}

extension FixedWidthInteger {
    /// A random whole number of a range, from the seeded generator.
    public static func random(in range: Range<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
    }

    /// A random whole number of a range, from the seeded generator.
    public static func random(in range: ClosedRange<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
    }
}

extension Bool {
    /// true or false by chance, from the seeded generator.
    public static func random() -> Bool { RandomGenerator.shared.nextUInt64() & 1 == 1 }
}

extension Sequence {
    /// The elements in random order, from the seeded generator.
    public func shuffled() -> [Element] {
        var result = Array(self)
        result.shuffle()
        return result
    }
}

extension Collection {
    /// An element by chance, from the seeded generator; nil where there is none.
    public func randomElement() -> Element? {
        let count = count
        return count == 0 ? nil : self[index(startIndex, offsetBy: Int.random(in: 0..<count))]
    }
}

extension MutableCollection where Self: RandomAccessCollection {
    /// Puts the elements in random order, from the seeded generator.
    public mutating func shuffle() {
        var i = count - 1
        while i > 0 {
            swapAt(index(startIndex, offsetBy: i), index(startIndex, offsetBy: Int.random(in: 0...i)))
            i -= 1
        }
    }
}
