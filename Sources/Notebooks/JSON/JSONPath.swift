/// The way from the outermost value of a file to one inside it: `cells[3].outputs[0]`.
package struct JSONPath: Sendable, Equatable, CustomStringConvertible {
    package enum Step: Sendable, Equatable {
        case key(String)
        case index(Int)
    }

    package var steps: [Step] = []

    package init(_ steps: [Step] = []) {
        self.steps = steps
    }

    package static func / (path: JSONPath, key: String) -> JSONPath {
        JSONPath(path.steps + [.key(key)])
    }

    package static func / (path: JSONPath, index: Int) -> JSONPath {
        JSONPath(path.steps + [.index(index)])
    }

    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// Line and column of the value at this path, or of the innermost value round it that the bytes have.
    func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
        var parser = JSONParser(bytes)
        parser.skipByteOrderMark()
        for step in steps {
            parser.skipWhitespace()
            let outer = parser.offset
            let found = (try? parser.enter(step)) ?? false
            if !found {
                parser.offset = outer
                break
            }
        }
        parser.skipWhitespace()
        let place = parser.error(.invalidEscape)
        return (place.line, place.column)
    }
}

extension JSONParser {
    /// Goes from the start of a list or object to the start of one of its values.
    fileprivate mutating func enter(_ step: JSONPath.Step) throws(JSONError) -> Bool {
        guard offset < bytes.count else { return false }
        let isObject = bytes[offset] == UInt8(ascii: "{")
        guard isObject || bytes[offset] == UInt8(ascii: "[") else { return false }
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        offset += 1
        if try closes(with: close, in: "a value") { return false }
        var count = 0
        while true {
            let key = isObject ? try key().value : nil
            switch step {
            case .key(let wanted) where wanted == key: return true
            case .index(let wanted) where !isObject && wanted == count: return true
            default: break
            }
            _ = try value()
            count += 1
            if try ends(with: close, named: "the end", in: "a value") { return false }
        }
    }
}
