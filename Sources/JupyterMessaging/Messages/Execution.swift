package import JSON

/// Run this code.
package struct ExecuteRequest: MessageContent {
    package static let messageType = "execute_request"

    package let code: String
    package let silent: Bool
    package let storesHistory: Bool
    package let userExpressions: JSONObject
    package let allowsInput: Bool
    package let stopsOnError: Bool

    private enum CodingKeys: String, CodingKey {
        case code
        case silent
        case storesHistory = "store_history"
        case userExpressions = "user_expressions"
        case allowsInput = "allow_stdin"
        case stopsOnError = "stop_on_error"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        silent = try container.decodeIfPresent(Bool.self, forKey: .silent) ?? false
        let stores = try container.decodeIfPresent(Bool.self, forKey: .storesHistory)
        storesHistory = silent ? false : stores ?? true
        let expressions = try container.decodeIfPresent(JSONValue.self, forKey: .userExpressions)
        userExpressions = expressions?.object ?? JSONObject()
        allowsInput = try container.decodeIfPresent(Bool.self, forKey: .allowsInput) ?? true
        stopsOnError = try container.decodeIfPresent(Bool.self, forKey: .stopsOnError) ?? true
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(silent, forKey: .silent)
        try container.encode(storesHistory, forKey: .storesHistory)
        try container.encode(JSONValue.object(userExpressions), forKey: .userExpressions)
        try container.encode(allowsInput, forKey: .allowsInput)
        try container.encode(stopsOnError, forKey: .stopsOnError)
    }
}

/// The code ran to its end.
package struct ExecuteReply: MessageContent {
    package static let messageType = "execute_reply"

    package var status = ReplyStatus.ok
    package let executionCount: Int
    package let userExpressions: JSONValue
    package let payload: [JSONValue]

    private enum CodingKeys: String, CodingKey {
        case status
        case executionCount = "execution_count"
        case userExpressions = "user_expressions"
        case payload
    }

    package init(executionCount: Int, userExpressions: JSONValue, payload: [JSONValue]) {
        self.executionCount = executionCount
        self.userExpressions = userExpressions
        self.payload = payload
    }
}

/// The code failed, or did not run because the code before it failed.
package struct ExecuteErrorReply: MessageContent {
    package static let messageType = "execute_reply"

    package var status = ReplyStatus.error
    package let executionCount: Int
    package let ename: String
    package let evalue: String
    package let traceback: [String]
    package var userExpressions = JSONValue.emptyObject
    package var payload: [JSONValue] = []

    private enum CodingKeys: String, CodingKey {
        case status
        case executionCount = "execution_count"
        case ename
        case evalue
        case traceback
        case userExpressions = "user_expressions"
        case payload
    }

    package init(executionCount: Int, error: ErrorContent) {
        self.executionCount = executionCount
        ename = error.ename
        evalue = error.evalue
        traceback = error.traceback
    }
}

/// The code that is about to run, for frontends that did not send it.
package struct ExecuteInput: MessageContent {
    package static let messageType = "execute_input"

    package let code: String
    package let executionCount: Int

    private enum CodingKeys: String, CodingKey {
        case code
        case executionCount = "execution_count"
    }

    package init(code: String, executionCount: Int) {
        self.code = code
        self.executionCount = executionCount
    }
}

/// An error of the code that runs.
package struct ErrorContent: MessageContent {
    package static let messageType = "error"

    package let ename: String
    package let evalue: String
    package let traceback: [String]

    package init(ename: String, evalue: String, traceback: [String]) {
        self.ename = ename
        self.evalue = evalue
        self.traceback = traceback
    }
}

/// A request that could not be answered, under the request's own reply type.
package struct ErrorReply: Codable, Sendable {
    package var status = ReplyStatus.error
    package let ename: String
    package let evalue: String
    package let traceback: [String]

    package init(ename: String, evalue: String) {
        self.ename = ename
        self.evalue = evalue
        traceback = ["\(ename): \(evalue)"]
    }
}
