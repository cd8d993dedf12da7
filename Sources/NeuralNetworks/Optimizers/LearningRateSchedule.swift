import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A learning rate that changes with the number of updates, which count from 0.
///
///     Adam(learningRate: .cosineDecay(initial: 1e-3, steps: 10_000))
///     SGD(learningRate: .oneCycle(maximum: 0.1, steps: 2_000), momentum: 0.9)
public struct LearningRateSchedule: Sendable {
    /// What the schedule is called.
    public let name: String
    fileprivate let rate: @Sendable (Int) throws -> Double

    /// A schedule of one's own: the rate for the update with a number, from 0.
    public init(
        _ name: String = "custom", _ rate: @escaping @Sendable (Int) throws -> Double
    ) {
        self.name = name
        self.rate = rate
    }

    /// The rate of the update with that number, from 0.
    package func checkedRate(at step: Int) throws -> Double { try rate(step) }

    /// The rate of the update with that number, from 0.
    public func callAsFunction(_ step: Int) -> Double { orFail { try rate(step) } }
}

/// What an optimizer takes as its learning rate: a number, or a schedule.
public protocol LearningRate {
    /// The schedule; nil for a number.
    var schedule: LearningRateSchedule? { get }
    /// The rate of the first update.
    var initialRate: Double { get }
}

extension Double: LearningRate {
    public var schedule: LearningRateSchedule? { nil }
    public var initialRate: Double { self }
}

extension Int: LearningRate {
    public var schedule: LearningRateSchedule? { nil }
    public var initialRate: Double { Double(self) }
}

extension LearningRateSchedule: LearningRate {
    public var schedule: LearningRateSchedule? { self }
    /// NaN where a schedule of one's own fails; the first update tells why.
    public var initialRate: Double { (try? rate(0)) ?? .nan }
}

extension LearningRate where Self == LearningRateSchedule {
    /// The same rate always.
    public static func constant(_ rate: Double) -> LearningRateSchedule {
        LearningRateSchedule("constant") { _ in rate }
    }

    /// initial · factor^⌊step / every⌋ (PyTorch's `StepLR`).
    public static func stepDecay(
        initial: Double, factor: Double = 0.1, every steps: Int
    ) -> LearningRateSchedule {
        LearningRateSchedule("stepDecay") { initial * pow(factor, Double($0 / max(steps, 1))) }
    }

    /// initial · factor^(step / every), in stairs where `staircase` (Keras' `ExponentialDecay`).
    public static func exponentialDecay(
        initial: Double, factor: Double, every steps: Int = 1, staircase: Bool = false
    ) -> LearningRateSchedule {
        LearningRateSchedule("exponentialDecay") { step in
            let exponent = Double(step) / Double(max(steps, 1))
            return initial * pow(factor, staircase ? exponent.rounded(.down) : exponent)
        }
    }

    /// From `initial` down to `minimum` along half a cosine, and there it stays (Loshchilov and
    /// Hutter 2017; PyTorch's `CosineAnnealingLR` within `steps`). `warmup` updates rise linearly
    /// to `initial` before that.
    public static func cosineDecay(
        initial: Double, steps: Int, minimum: Double = 0, warmup: Int = 0
    ) -> LearningRateSchedule {
        let decay = LearningRateSchedule("cosineDecay") { step in
            let part = min(Double(step) / Double(max(steps, 1)), 1)
            return minimum + (initial - minimum) * (1 + cos(Double.pi * part)) / 2
        }
        return warmup > 0 ? .warmup(steps: warmup, then: decay) : decay
    }

    /// Along cosines that begin anew after `steps` updates, each `factor` times as long as the one
    /// before (Loshchilov and Hutter 2017; PyTorch's `CosineAnnealingWarmRestarts`).
    public static func cosineRestarts(
        initial: Double, steps: Int, factor: Double = 1, minimum: Double = 0
    ) -> LearningRateSchedule {
        LearningRateSchedule("cosineRestarts") { step in
            var length = Double(max(steps, 1))
            var position = Double(step)
            while position >= length {
                position -= length
                length = max(length * factor, 1)
            }
            return minimum + (initial - minimum) * (1 + cos(Double.pi * position / length)) / 2
        }
    }

    /// From `initial` to `final` with (1 − step/steps)^power, and there it stays (Keras'
    /// `PolynomialDecay`).
    public static func polynomialDecay(
        initial: Double, final: Double = 0, steps: Int, power: Double = 1
    ) -> LearningRateSchedule {
        LearningRateSchedule("polynomialDecay") { step in
            let part = min(Double(step) / Double(max(steps, 1)), 1)
            return final + (initial - final) * pow(1 - part, power)
        }
    }

    /// initial / (1 + factor · step / every) (Keras' `InverseTimeDecay`).
    public static func inverseTimeDecay(
        initial: Double, factor: Double, every steps: Int = 1
    ) -> LearningRateSchedule {
        LearningRateSchedule("inverseTimeDecay") {
            initial / (1 + factor * Double($0) / Double(max(steps, 1)))
        }
    }

    /// `rates[i]` until update `boundaries[i]`, the last one after all boundaries.
    public static func piecewise(_ rates: [Double], boundaries: [Int]) -> LearningRateSchedule {
        LearningRateSchedule("piecewise") { step in
            guard rates.count == boundaries.count + 1 else {
                throw TensorError.domain(
                    operation: "piecewise",
                    problem: "\(rates.count) rates for \(boundaries.count) boundaries",
                    help: "give one rate more than boundaries")
            }
            return rates[boundaries.firstIndex { step < $0 } ?? boundaries.count]
        }
    }

    /// Rises linearly to the first rate of another schedule over `steps` updates, then follows it.
    public static func warmup(
        steps: Int, then schedule: LearningRateSchedule
    ) -> LearningRateSchedule {
        LearningRateSchedule("warmup") { step in
            guard step < steps else { return try schedule.rate(step - steps) }
            return try schedule.rate(0) * Double(step + 1) / Double(steps + 1)
        }
    }

    /// Up to `maximum` over the first part of `steps` updates and down to almost nothing, along
    /// cosines (Smith and Topin 2018; PyTorch's `OneCycleLR`). It begins at maximum / divisor and
    /// ends at that / finalDivisor.
    public static func oneCycle(
        maximum: Double, steps: Int, warmup: Double = 0.3, divisor: Double = 25,
        finalDivisor: Double = 1e4
    ) -> LearningRateSchedule {
        LearningRateSchedule("oneCycle") { step in
            let first = maximum / divisor
            let last = first / finalDivisor
            let peak = warmup * Double(steps) - 1
            func between(_ a: Double, _ b: Double, _ part: Double) -> Double {
                b + (a - b) / 2 * (cos(Double.pi * part) + 1)
            }
            let position = min(Double(step), Double(steps - 1))
            if position <= peak { return between(first, maximum, peak == 0 ? 1 : position / peak) }
            return between(
                maximum, last, (position - peak) / max(Double(steps - 1) - peak, 1e-12))
        }
    }

    /// dimensions^−½ · min(step^−½, step · warmup^−1.5), steps from 1: the Transformer's own
    /// schedule (Vaswani et al. 2017).
    public static func transformer(
        dimensions: Int, warmup: Int = 4_000, scale: Double = 1
    ) -> LearningRateSchedule {
        LearningRateSchedule("transformer") { step in
            let step = Double(step + 1)
            return scale * pow(Double(dimensions), -0.5)
                * min(pow(step, -0.5), step * pow(Double(max(warmup, 1)), -1.5))
        }
    }
}

extension LearningRateSchedule: CustomStringConvertible {
    /// `LearningRateSchedule.cosineDecay`
    public var description: String { "LearningRateSchedule.\(name)" }
}
