package import JSON

/// Why a kernel cannot start from a connection file.
package enum ConnectionFileError: Error, Hashable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case notJSON(path: String, JSONError)
    case notAnObject(path: String, given: String)
    case missing(path: String, key: String)
    case wrong(path: String, key: String, expected: String)
    case unknownTransport(path: String, String)
    case unknownSignatureScheme(path: String, String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "cannot read the connection file '\(path)': \(reason)\n"
                + "help: frontends write this file and pass its path; "
                + "to try things by hand use 'vencejo eval'"
        case .notJSON(let path, let error):
            "the connection file '\(path)' is not JSON: \(error)"
        case .notAnObject(let path, let given):
            "the connection file '\(path)' should hold an object, it holds \(given)"
        case .missing(let path, let key):
            "the connection file '\(path)' has no '\(key)'"
        case .wrong(let path, let key, let expected):
            "'\(key)' in the connection file '\(path)' should be \(expected)"
        case .unknownTransport(let path, let name):
            "unknown transport '\(name)' in the connection file '\(path)'\n"
                + "help: 'tcp' and 'ipc' are known"
        case .unknownSignatureScheme(let path, let name):
            "unknown signature_scheme '\(name)' in the connection file '\(path)'\nhelp: "
                + MessageSigner.Scheme.allCases.map { "'\($0.rawValue)'" }
                .joined(separator: ", ") + " are known"
        }
    }
}
