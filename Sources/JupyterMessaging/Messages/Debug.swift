package import JSON

/// A message of the Debug Adapter Protocol to the kernel's debugger, as JSON.
package enum DebugMessages {
    package static let requestType = "debug_request"
    package static let replyType = "debug_reply"
    package static let eventType = "debug_event"
}

/// What frontends ask of a debugger.
package struct DebugRequest: Sendable {
    package let command: String
    package let sequence: Int
    package let arguments: JSONValue

    package init(_ content: JSONValue) throws(JSONError) {
        guard let command = content["command"]?.string else { throw .missing(path: "command") }
        self.command = command
        sequence = content["seq"]?.int ?? 0
        arguments = content["arguments"] ?? .emptyObject
    }

    /// The answer; a message says why there is none.
    package func response(sequence number: Int, _ result: Result<JSONValue, DebugRequestFailure>) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", "response"), ("seq", .int(number)), ("request_seq", .int(sequence)), ("command", .string(command)),
        ]
        switch result {
        case .success(let body): members += [("success", true), ("body", body)]
        case .failure(let failure):
            members += [("success", false), ("message", .string(failure.message)), ("body", .emptyObject)]
        }
        return .object(JSONObject(members))
    }
}

/// Why a debugger does not do what it was asked.
package struct DebugRequestFailure: Error, Sendable {
    package let message: String

    package init(_ message: String) { self.message = message }
}
