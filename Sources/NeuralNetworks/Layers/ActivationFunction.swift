import Tensors

/// An activation function, as layers take it: `.relu`, `"relu"`, `.leakyRelu(0.2)`.
public struct ActivationFunction: Sendable, Equatable, ExpressibleByStringLiteral {
    package enum Kind: Sendable, Equatable {
        case linear, relu, gelu, tanh, sigmoid, softmax, selu, silu, softplus
        case mish, softsign, hardSigmoid, hardSwish, geluApproximate, logSoftmax, exponential
        case leakyRelu(Double)
        case elu(Double)
        /// A name that no function has; the layer's first call says so.
        case unknown(String)
    }

    package let kind: Kind

    package init(_ kind: Kind) {
        self.kind = kind
    }

    /// The function with this name, as it is spelled after the dot.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// The function with this name, as it is spelled after the dot.
    public init(_ name: String) {
        kind = ActivationFunction.names[name] ?? .unknown(name)
    }

    private static let names: [String: Kind] = [
        "linear": .linear, "relu": .relu, "gelu": .gelu, "tanh": .tanh, "sigmoid": .sigmoid,
        "softmax": .softmax, "selu": .selu, "silu": .silu, "softplus": .softplus,
        "leakyRelu": .leakyRelu(0.01), "elu": .elu(1), "mish": .mish, "softsign": .softsign,
        "hardSigmoid": .hardSigmoid, "hardSwish": .hardSwish,
        "geluApproximate": .geluApproximate, "logSoftmax": .logSoftmax,
        "exponential": .exponential,
    ]

    /// x
    public static let linear = ActivationFunction(.linear)
    /// max(x, 0)
    public static let relu = ActivationFunction(.relu)
    /// x·Φ(x), exact (Hendrycks and Gimpel 2016)
    public static let gelu = ActivationFunction(.gelu)
    /// tanh(x)
    public static let tanh = ActivationFunction(.tanh)
    /// 1 / (1 + e⁻ˣ)
    public static let sigmoid = ActivationFunction(.sigmoid)
    /// eˣ / Σ eˣ along the last axis
    public static let softmax = ActivationFunction(.softmax)
    /// λ·elu(x) with the constants of self-normalising networks (Klambauer et al. 2017)
    public static let selu = ActivationFunction(.selu)
    /// x·sigmoid(x)
    public static let silu = ActivationFunction(.silu)
    /// log(1 + eˣ)
    public static let softplus = ActivationFunction(.softplus)
    /// max(x, 0) + 0.01·min(x, 0), PyTorch's slope
    public static let leakyRelu = ActivationFunction(.leakyRelu(0.01))
    /// x > 0 ? x : eˣ − 1
    public static let elu = ActivationFunction(.elu(1))
    /// x·tanh(softplus(x)) (Misra 2019)
    public static let mish = ActivationFunction(.mish)
    /// x / (1 + |x|)
    public static let softsign = ActivationFunction(.softsign)
    /// clip(x/6 + ½, 0, 1)
    public static let hardSigmoid = ActivationFunction(.hardSigmoid)
    /// x·hardSigmoid(x) (Howard et al. 2019)
    public static let hardSwish = ActivationFunction(.hardSwish)
    /// GELU's form with tanh
    public static let geluApproximate = ActivationFunction(.geluApproximate)
    /// x − log Σ eˣ along the last axis
    public static let logSoftmax = ActivationFunction(.logSoftmax)
    /// eˣ
    public static let exponential = ActivationFunction(.exponential)
    /// max(x, 0) + slope·min(x, 0)
    public static func leakyRelu(_ slope: Double) -> ActivationFunction {
        ActivationFunction(.leakyRelu(slope))
    }
    /// x > 0 ? x : alpha·(eˣ − 1)
    public static func elu(_ alpha: Double) -> ActivationFunction {
        ActivationFunction(.elu(alpha))
    }

    /// The function's name and its number, as it is written after the dot.
    package var name: String {
        switch kind {
        case .linear: "linear"
        case .relu: "relu"
        case .gelu: "gelu"
        case .tanh: "tanh"
        case .sigmoid: "sigmoid"
        case .softmax: "softmax"
        case .selu: "selu"
        case .silu: "silu"
        case .softplus: "softplus"
        case .leakyRelu(let slope): "leakyRelu(\(slope))"
        case .elu(let alpha): "elu(\(alpha))"
        case .mish: "mish"
        case .softsign: "softsign"
        case .hardSigmoid: "hardSigmoid"
        case .hardSwish: "hardSwish"
        case .geluApproximate: "geluApproximate"
        case .logSoftmax: "logSoftmax"
        case .exponential: "exponential"
        case .unknown(let name): name
        }
    }
}
