/// Every operation there is, in the order of the reference pages.
package enum OperationTable {
    package static let all: [Operation] = elementwise + pairs + reductions + layouts + others
        + images

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
        Operations.upsampling2D, Operations.resized2D,
    ]
}
