internal import CKernels

extension Checked {
    /// Uniform in min..<max.
    package static func randomUniform(
        _ shape: Shape, min: Double = 0, max: Double = 1, dtype: DType = .float32,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard min <= max, min.isFinite, max.isFinite else {
            throw .domain(
                operation: "randomUniform", problem: "min \(min) is not below max \(max)",
                help: nil)
        }
        return try draw(shape, dtype, "randomUniform", generator) { seed, counter, result in
            if result.dtype == .float64 {
                return vj_random_uniform_f64(
                    seed, counter, result.count, min, max,
                    result.data.assumingMemoryBound(to: Double.self))
            }
            return vj_random_uniform_f32(
                seed, counter, result.count, Float(min), Float(max),
                result.data.assumingMemoryBound(to: Float.self))
        }
    }

    /// Normal with that mean and standard deviation.
    package static func randomNormal(
        _ shape: Shape, mean: Double = 0, std: Double = 1, dtype: DType = .float32,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard std >= 0 else {
            throw .domain(
                operation: "randomNormal", problem: "the standard deviation \(std) is negative",
                help: nil)
        }
        return try draw(shape, dtype, "randomNormal", generator) { seed, counter, result in
            if result.dtype == .float64 {
                return vj_random_normal_f64(
                    seed, counter, result.count, mean, std,
                    result.data.assumingMemoryBound(to: Double.self))
            }
            return vj_random_normal_f32(
                seed, counter, result.count, Float(mean), Float(std),
                result.data.assumingMemoryBound(to: Float.self))
        }
    }

    private static func draw(
        _ shape: Shape, _ dtype: DType, _ operation: String, _ generator: RandomGenerator,
        _ kernel: (UInt64, UInt64, TensorStorage) -> UInt64
    ) throws(TensorError) -> Tensor {
        guard dtype.isFloatingPoint else {
            throw .dtype(operation: operation, expected: "float32 or float64", given: dtype)
        }
        let result = try TensorStorage.allocate(shape, dtype)
        generator.draw { kernel($0, $1, result) }
        return Tensor(result)
    }

    /// Integers in a range that is not empty.
    package static func randomInt(
        _ shape: Shape, in range: Range<Int>, dtype: DType = .int64,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard !range.isEmpty else {
            throw .domain(
                operation: "randomInt", problem: "the range \(range) holds no number", help: nil)
        }
        let stored: DType = dtype == .int32 || dtype == .uint8 ? dtype : .int64
        let result = try TensorStorage.allocate(shape, stored)
        generator.draw {
            vj_random_integers(
                $0, $1, result.count, Int64(range.lowerBound), Int64(range.upperBound), stored.c,
                result.data)
        }
        return Tensor(try cast(result, dtype))
    }

    /// true with that probability.
    package static func randomBernoulli(
        _ shape: Shape, probability: Double, using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard probability >= 0, probability <= 1 else {
            throw .domain(
                operation: "randomBernoulli",
                problem: "the probability \(probability) is not between 0 and 1", help: nil)
        }
        let result = try TensorStorage.allocate(shape, .bool)
        generator.draw {
            vj_random_bernoulli(
                $0, $1, result.count, probability,
                result.data.assumingMemoryBound(to: UInt8.self))
        }
        return Tensor(result)
    }

    /// The integers 0..<count in random order.
    package static func permutation(
        _ count: Int, using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.allocate(Shape(checking: [count]), .int64)
        generator.draw {
            vj_random_permutation(
                $0, $1, count, result.data.assumingMemoryBound(to: Int64.self))
        }
        return Tensor(result)
    }
}
