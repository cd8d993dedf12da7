/// Every operation there is, in the order of the reference pages.
package enum OperationTable {
    package static let all: [Operation] = elementwise + pairs + reductions + layouts + others
        + special + statistics + indexing + contractions + linearAlgebra
        + transforms + images

    static let elementwise: [Operation] = [
        Operations.negate, Operations.abs, Operations.sign, Operations.square, Operations.relu,
        Operations.floor, Operations.ceil, Operations.truncate, Operations.round,
        Operations.sqrt, Operations.rsqrt, Operations.reciprocal, Operations.exp,
        Operations.exp2, Operations.expm1, Operations.log, Operations.log2, Operations.log10,
        Operations.log1p, Operations.sin, Operations.cos, Operations.tan, Operations.asin,
        Operations.acos, Operations.atan, Operations.sinh, Operations.cosh, Operations.tanh,
        Operations.asinh, Operations.acosh, Operations.atanh, Operations.sigmoid,
        Operations.erf, Operations.softplus, Operations.gelu, Operations.geluApproximate,
        Operations.silu, Operations.elu, Operations.selu, Operations.leakyRelu,
        Operations.softsign, Operations.hardSigmoid, Operations.mish, Operations.powScalar,
        Operations.clip,
    ]

    static let pairs: [Operation] =
        [
            Operations.add, Operations.subtract, Operations.multiply, Operations.divide,
            Operations.remainder, Operations.floorDivide, Operations.pow, Operations.maximum,
            Operations.minimum, Operations.atan2, Operations.hypot,
        ] + Operations.comparisons + [
            Operations.logicalAnd, Operations.logicalOr, Operations.logicalXor,
            Operations.logicalNot, Operations.isNaN, Operations.isInfinite, Operations.isFinite,
            Operations.select, Operations.asType,
        ]

    static let reductions: [Operation] = [
        Operations.sum, Operations.mean, Operations.prod, Operations.reduceMax,
        Operations.reduceMin, Operations.argmax, Operations.argmin, Operations.any,
        Operations.all, Operations.variance, Operations.norm, Operations.logSumExp,
        Operations.cumsum,
    ]

    static let layouts: [Operation] = [
        Operations.reshaped, Operations.transposed, Operations.broadcast, Operations.slice,
        Operations.scatter, Operations.concatenated, Operations.stacked, Operations.padded,
        Operations.assigned, Operations.assignedAt, Operations.gathered, Operations.scatterAdd,
        Operations.oneHot, Operations.argsort,
    ]

    static let others: [Operation] = [
        Operations.matmul, Operations.linear, Operations.softmax, Operations.logSoftmax,
        Operations.softmaxCrossEntropy, Operations.softmaxCrossEntropyProbabilities,
        Operations.sigmoidCrossEntropy, Operations.squaredError, Operations.dropout,
    ]

    static let images: [Operation] = [
        Operations.windows, Operations.windowsSum, Operations.convolution2D,
        Operations.convolution2DInput, Operations.convolution2DFilter, Operations.maxPool2D,
        Operations.minPool2D, Operations.avgPool2D, Operations.avgPool2DInput,
        Operations.upsampling2D, Operations.resized2D, Operations.layerNorm,
        Operations.batchNorm, Operations.groupNorm, Operations.attention, Operations.recurrence,
    ]

    static let special: [Operation] = [
        Operations.lgamma, Operations.gamma, Operations.digamma, Operations.polygamma,
        Operations.erfc, Operations.erfinv, Operations.cbrt, Operations.logit,
        Operations.logSigmoid, Operations.logAddExp, Operations.nanToNumber,
        Operations.floorRemainder,
    ] + Operations.bitwise + [Operations.bitwiseNot]

    static let statistics: [Operation] = [
        Operations.cumprod, Operations.cummax, Operations.cummin, Operations.differences,
        Operations.quantile, Operations.histogram, Operations.bincount, Operations.unique,
        Operations.searchSorted, Operations.covariance, Operations.correlation,
        Operations.nanSum, Operations.nanMean, Operations.nanVariance, Operations.nanMax,
        Operations.nanMin, Operations.polyfit, Operations.polyval, Operations.interp,
        Operations.trapezoid,
    ]

    static let indexing: [Operation] = [
        Operations.scatteredAlong, Operations.scatteredAddingAlong, Operations.takenAlong,
        Operations.maskedFill, Operations.paddedBy, Operations.triu, Operations.tril,
        Operations.diagonal, Operations.diagonalMatrix, Operations.trace,
    ]

    static let contractions: [Operation] = [
        Operations.einsum, Operations.tensordot, Operations.outer, Operations.kron,
        Operations.cross,
    ]

    static let linearAlgebra: [Operation] = [
        Operations.solve, Operations.inverse, Operations.determinant, Operations.logDeterminant,
        Operations.cholesky, Operations.qr, Operations.svd, Operations.symmetricEigen,
        Operations.eigen, Operations.pseudoInverse, Operations.leastSquares,
        Operations.matrixRank, Operations.matrixPower, Operations.normOfOrder,
        Operations.matrixNorm,
    ]

    static let transforms: [Operation] = [
        Operations.fourier, Operations.rfft, Operations.irfft,
    ]
}
