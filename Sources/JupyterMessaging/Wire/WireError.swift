package import JSON

/// Why a message was dropped. It never ends the kernel: it is a line in the log.
package enum WireError: Error, Hashable, CustomStringConvertible {
    case noDelimiter
    case tooFewFrames(Int)
    case tooManyBuffers(Int)
    case tooLarge(part: String, size: Int, limit: Int)
    case wrongSignature
    case repeatedSignature
    case malformed(part: String, JSONError)

    package var description: String {
        switch self {
        case .noDelimiter: "no frame '<IDS|MSG>'"
        case .tooFewFrames(let count):
            "\(count) frames after '<IDS|MSG>', at least 5 make a message"
        case .tooManyBuffers(let count): "\(count) binary buffers"
        case .tooLarge(let part, let size, let limit):
            "a \(part) of \(size) bytes, at most \(limit) are read"
        case .wrongSignature: "a signature that does not fit the connection file's key"
        case .repeatedSignature: "a signature that came before"
        case .malformed(let part, let error): "malformed \(part): \(error)"
        }
    }
}
