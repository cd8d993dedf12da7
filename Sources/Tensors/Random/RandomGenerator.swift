internal import CKernels
internal import Synchronization

/// The one source of random numbers of a session: a counter-based generator (Philox 4×32-10,
/// Salmon et al. 2011).
///
/// Everything random draws from ``shared``: tensors, initial weights, dropout, shuffling, and the
/// Swift names a cell uses. The same seed gives the same numbers for any number of threads.
public final class RandomGenerator: Sendable {
    /// The session's generator. Its seed is 0 until ``setRandomSeed(_:)`` is called, so that a
    /// program gives the same numbers each time.
    public static let shared = RandomGenerator(seed: 0)

    private struct State {
        var seed: UInt64
        var counter: UInt64
        /// The second word of the last block drawn for single numbers.
        var spare: UInt64?
    }

    private let state: Mutex<State>

    public init(seed: UInt64) {
        state = Mutex(State(seed: seed, counter: 0, spare: nil))
    }

    /// Begins anew with that seed.
    public func reseed(_ seed: UInt64) {
        state.withLock { $0 = State(seed: seed, counter: 0, spare: nil) }
    }

    /// Seed and counter, to be put back later.
    package var position: (seed: UInt64, counter: UInt64) {
        state.withLock { ($0.seed, $0.counter) }
    }

    /// Goes on from a position.
    package func move(to position: (seed: UInt64, counter: UInt64)) {
        state.withLock {
            $0 = State(seed: position.seed, counter: position.counter, spare: nil)
        }
    }

    /// Runs `body` with random numbers whose drawing does not count: afterwards it goes on from where it was.
    package func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        let saved = state.withLock { $0 }
        defer { state.withLock { $0 = saved } }
        return try body()
    }

    /// Runs a kernel that draws from (seed, counter) and returns the counter to go on with.
    func draw(_ body: (_ seed: UInt64, _ counter: UInt64) -> UInt64) {
        state.withLock { $0.counter = body($0.seed, $0.counter) }
    }

    /// 64 random bits.
    package func nextUInt64() -> UInt64 {
        state.withLock { state in
            if let spare = state.spare {
                state.spare = nil
                return spare
            }
            var words: (UInt64, UInt64) = (0, 0)
            let (seed, counter) = (state.seed, state.counter)
            state.counter = withUnsafeMutableBytes(of: &words) {
                vj_random_u64(
                    seed, counter, $0.baseAddress?.assumingMemoryBound(to: UInt64.self), 2)
            }
            state.spare = words.1
            return words.0
        }
    }

    /// A number in 0..<1 with 53 random bits.
    package func nextUniform() -> Double {
        Double(nextUInt64() >> 11) * 0x1p-53
    }

    /// An integer in 0..<bound without bias; 0 for a bound of 0.
    package func next(below bound: UInt64) -> UInt64 {
        guard bound > 1 else { return 0 }
        // Multiply and keep the high word, rejecting the few low words that would tilt it (Lemire).
        let threshold = (0 &- bound) % bound
        while true {
            let (high, low) = bound.multipliedFullWidth(by: nextUInt64())
            if low >= threshold { return high }
        }
    }

    /// An integer in a range that is not empty.
    package func next(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
        if width == 0 { return Int(truncatingIfNeeded: nextUInt64()) }
        return range.lowerBound &+ Int(truncatingIfNeeded: next(below: width))
    }

    /// A number with the standard normal distribution (Box and Muller).
    package func nextNormal() -> Double {
        var value = 0.0
        draw { vj_random_normal_f64($0, $1, 1, 0, 1, &value) }
        return value
    }

    /// Puts an array's elements in random order.
    package func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, Int(next(below: UInt64(last) + 1)))
        }
    }
}

/// The generator as Swift's own random functions take it.
extension RandomGenerator {
    /// A value that can be passed as `using:`.
    public struct Source: RandomNumberGenerator {
        let generator: RandomGenerator

        public mutating func next() -> UInt64 { generator.nextUInt64() }
    }

    /// For `Double.random(in:using:)` and its like.
    public var source: Source { Source(generator: self) }
}

/// Begins the session's random numbers anew: the same seed gives the same numbers.
public func setRandomSeed(_ seed: Int) {
    RandomGenerator.shared.reseed(UInt64(bitPattern: Int64(seed)))
}
