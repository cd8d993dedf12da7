import FoundationEssentials
import Tensors

/// Cases of a golden file: names and tensors, as make_golden.py writes them.
struct GoldenFile {
    struct Case {
        let name: String
        let tensors: [String: Tensor]

        subscript(key: String) -> Tensor {
            get throws {
                guard let tensor = tensors[key] else { throw Missing(what: "\(name): \(key)") }
                return tensor
            }
        }
    }

    struct Missing: Error {
        let what: String
    }

    let cases: [Case]

    init(_ name: String, file: String = #filePath) throws {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = folder.joined(separator: "/") + "/Golden/" + name
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        var cases: [Case] = []
        var current: (name: String, tensors: [String: Tensor])?
        func close() {
            if let current { cases.append(Case(name: current.name, tensors: current.tensors)) }
        }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("case ") {
                close()
                current = (String(line.dropFirst(5)), [:])
                continue
            }
            let halves = line.split(separator: ":", omittingEmptySubsequences: false)
            let head = halves[0].split(separator: " ")
            let shape = Shape(head.dropFirst().compactMap { Int($0) })
            let words = halves[1].split(separator: " ")
            let isInteger = words.allSatisfy { Int($0) != nil } && head[0] != "direction"
            if isInteger, ["targets", "indices"].contains(head[0]) {
                let tensor = try Tensor.filled(shape, as: Int64.self) { out in
                    for (i, word) in words.enumerated() { out[i] = Int64(word) ?? 0 }
                }
                current?.tensors[String(head[0])] = tensor
            } else {
                let tensor = try Tensor.filled(shape, as: Float.self) { out in
                    for (i, word) in words.enumerated() { out[i] = Float(word) ?? .nan }
                }
                current?.tensors[String(head[0])] = tensor
            }
        }
        close()
        self.cases = cases
    }

    func named(_ name: String) throws -> Case {
        guard let found = cases.first(where: { $0.name == name }) else { throw Missing(what: name) }
        return found
    }
}

/// The elements as Doubles.
func values(_ tensor: Tensor) throws -> [Double] {
    let floats = tensor.dtype == .float64 ? tensor : try Checked.asType(tensor, .float64)
    return try floats.withElements(as: Double.self) { Array($0) }
}

/// The largest |a − b| / (1 + |b|); infinite where the shapes differ.
func distance(_ a: Tensor, _ b: Tensor) throws -> Double {
    guard a.shape == b.shape else { return .infinity }
    return zip(try values(a), try values(b)).reduce(0) { result, pair in
        let gap = abs(pair.0 - pair.1) / (1 + abs(pair.1))
        return gap.isNaN ? .infinity : max(result, gap)
    }
}
