import FoundationEssentials
import Tensors

/// What a layer was made with, as it is written into a saved model: the layer's type and named
/// values.
package struct Configuration: Sendable, Equatable {
    /// The name of the layer's type.
    package var kind: String
    package var values: [String: Value]

    /// One of the values.
    package indirect enum Value: Sendable, Equatable {
        case none
        case bool(Bool)
        case int(Int)
        case real(Double)
        case text(String)
        case list([Value])
        case layer(Configuration)
    }

    package init(_ kind: String, _ values: [String: Value] = [:]) {
        self.kind = kind
        self.values = values
    }
}

extension Configuration.Value {
    /// JSON does not tell 1 from 1.0.
    package static func == (a: Configuration.Value, b: Configuration.Value) -> Bool {
        switch (a, b) {
        case (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.real(let a), .real(let b)): a == b
        case (.int(let a), .real(let b)), (.real(let b), .int(let a)): Double(a) == b
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.layer(let a), .layer(let b)): a == b
        default: false
        }
    }
}

extension Configuration.Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .int(value) }

    package static func ints(_ values: [Int]) -> Configuration.Value {
        .list(values.map { .int($0) })
    }

    /// Several layers; nil where one of them cannot be written down.
    package static func layers(_ layers: [any Layer]) -> Configuration.Value? {
        var values: [Configuration.Value] = []
        for layer in layers {
            guard let configuration = (layer as? BuiltInLayer)?.configuration else { return nil }
            values.append(.layer(configuration))
        }
        return .list(values)
    }
}

extension Configuration.Value: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .real(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Configuration.Value].self) {
            self = .list(value)
        } else {
            self = .layer(try container.decode(Configuration.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .real(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .layer(let value): try container.encode(value)
        }
    }
}

extension Configuration: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind = "layer"
        case values = "with"
    }

    /// The configuration as JSON, always in the same order.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    package static func parse(_ json: String) throws -> Configuration {
        try JSONDecoder().decode(Configuration.self, from: Data(json.utf8))
    }
}

/// Reads the values of a configuration.
package struct ConfigurationReader {
    let configuration: Configuration

    private func problem(_ name: String) -> TensorError {
        .format(
            name: "architecture",
            problem: "'\(configuration.kind)' has no fitting value '\(name)'", help: nil)
    }

    func int(_ name: String) throws -> Int {
        guard case .int(let value)? = configuration.values[name] else { throw problem(name) }
        return value
    }

    func optionalInt(_ name: String) throws -> Int? {
        switch configuration.values[name] {
        case .none?, nil: nil
        default: try int(name)
        }
    }

    func real(_ name: String) throws -> Double {
        switch configuration.values[name] {
        case .real(let value)?: value
        case .int(let value)?: Double(value)
        default: throw problem(name)
        }
    }

    func bool(_ name: String) throws -> Bool {
        guard case .bool(let value)? = configuration.values[name] else { throw problem(name) }
        return value
    }

    func text(_ name: String) throws -> String {
        guard case .text(let value)? = configuration.values[name] else { throw problem(name) }
        return value
    }

    func ints(_ name: String) throws -> [Int] {
        guard case .list(let list)? = configuration.values[name] else { throw problem(name) }
        return try list.map {
            guard case .int(let value) = $0 else { throw problem(name) }
            return value
        }
    }

    func layers(_ name: String) throws -> [any Layer] {
        guard case .list(let list)? = configuration.values[name] else { throw problem(name) }
        return try list.map {
            guard case .layer(let value) = $0 else { throw problem(name) }
            return try Architecture.layer(value)
        }
    }

    func layer(_ name: String) throws -> BuiltInLayer {
        guard case .layer(let value)? = configuration.values[name] else { throw problem(name) }
        return try Architecture.layer(value)
    }

    func activation(_ name: String = "activation") throws -> ActivationFunction {
        ActivationFunction(written: try text(name))
    }

    func padding() throws -> Padding { try Padding(written: ints("padding"), problem("padding")) }
}

extension Padding {
    /// `.valid` as [], `.same` as [−1], places on each side as they are.
    var written: Configuration.Value {
        if self == .valid { return .list([]) }
        if self == .same { return .ints([-1]) }
        return .ints(explicitSizes ?? [])
    }

    init(written sizes: [Int], _ problem: TensorError) throws(TensorError) {
        switch sizes.count {
        case 0: self = .valid
        case 1: self = .same
        case 4: self = .explicit(sizes)
        default: throw problem
        }
    }
}

extension ActivationFunction {
    /// The function whose ``name`` this is, with its number if it has one.
    init(written text: String) {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")"),
            let number = Double(text[text.index(after: open)...].dropLast())
        else {
            self.init(text)
            return
        }
        switch text[..<open] {
        case "leakyRelu": self = .leakyRelu(number)
        case "elu": self = .elu(number)
        default: self.init(text)
        }
    }
}
