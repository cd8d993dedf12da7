internal import JSON
internal import JupyterMessaging
internal import Session
import Synchronization

/// Speaks the Debug Adapter Protocol, with Jupyter's additions, for a session's debugger.
final class DebugAdapter: Sendable {
    private static let thread = 1

    private struct State {
        var sequence = 0
        var isStarted = false
        /// The filters that are on.
        var exceptionFilters: [String] = []
    }

    private let debugger: SessionDebugger
    private let state = Mutex(State())
    private let send: @Sendable (JSONValue) -> Void

    /// - Parameter send: tells the frontends of an event.
    init(_ debugger: SessionDebugger, send: @escaping @Sendable (JSONValue) -> Void) {
        self.debugger = debugger
        self.send = send
        debugger.onEvent { [weak self] in self?.tell($0) }
    }

    var nextSequence: Int {
        state.withLock { state in
            state.sequence += 1
            return state.sequence
        }
    }

    // MARK: Events

    private func tell(_ event: DebugEvent) {
        switch event {
        case .stopped(let reason):
            var body: [(String, JSONValue)] = [
                ("threadId", .int(Self.thread)), ("allThreadsStopped", true), ("preserveFocusHint", false),
            ]
            switch reason {
            case .breakpoint(let fault):
                body.append(("reason", "breakpoint"))
                if let fault { body.append(("text", .string(fault))) }
            case .step: body.append(("reason", "step"))
            case .pause: body.append(("reason", "pause"))
            case .exception(let name, let message):
                body += [("reason", "exception"), ("description", .string(name)), ("text", .string(message))]
            }
            tell("stopped", .object(JSONObject(body)))
        case .continued:
            tell("continued", ["threadId": .int(Self.thread), "allThreadsContinued": true])
        }
    }

    private func tell(_ event: String, _ body: JSONValue = .emptyObject) {
        send(["type": "event", "seq": .int(nextSequence), "event": .string(event), "body": body])
    }

    // MARK: Requests

    /// Does what a request asks; returns the answer's body.
    func answer(_ request: DebugRequest) throws(DebugRequestFailure) -> JSONValue {
        do {
            return try body(of: request)
        } catch let failure as DebugRequestFailure {
            throw failure
        } catch let failure as DebugFailure {
            throw DebugRequestFailure(failure.message)
        } catch {
            throw DebugRequestFailure("\(error)")
        }
    }

    private func body(of request: DebugRequest) throws -> JSONValue {
        let arguments = DebugArguments(request)
        switch request.command {
        case "initialize": return Self.capabilities
        case "attach", "launch":
            try debugger.attach()
            state.withLock { $0.isStarted = true }
            tell("initialized")
        case "configurationDone": break
        case "disconnect", "terminate":
            try debugger.detach()
            state.withLock { state in
                state.isStarted = false
                state.exceptionFilters = []
            }
        case "debugInfo": return info
        case "dumpCell":
            return ["sourcePath": .string(debugger.sources.add(try arguments.string("code")))]
        case "source": return try source(arguments)
        case "setBreakpoints": return try setBreakpoints(arguments)
        case "setExceptionBreakpoints":
            let filters = arguments.strings("filters")
            try debugger.setExceptionBreakpoints(
                thrown: filters.contains("raised"), uncaught: filters.contains("uncaught") || filters.contains("userUnhandled"))
            state.withLock { $0.exceptionFilters = filters }
            return ["breakpoints": .array(filters.map { _ in ["verified": true] })]
        case "threads":
            return ["threads": [["id": .int(Self.thread), "name": "cells"]]]
        case "pause": try debugger.pause()
        case "continue":
            try resume(.run)
            return ["allThreadsContinued": true]
        case "next": try resume(.next)
        case "stepIn": try resume(.stepIn)
        case "stepOut": try resume(.stepOut)
        case "stackTrace": return try stackTrace(arguments)
        case "scopes": return try scopes(arguments)
        case "variables":
            let rows = try debugger.variables(
                arguments.int("variablesReference") ?? 0, start: arguments.int("start") ?? 0, count: arguments.int("count") ?? 0)
            return ["variables": .array(rows.map(\.json))]
        case "evaluate":
            let found = try debugger.evaluate(arguments.string("expression"), frame: arguments.int("frameId"))
            return [
                "result": .string(found.value), "type": .string(found.type), "variablesReference": .int(found.reference),
            ]
        case "inspectVariables":
            return ["variables": .array(try debugger.inspectVariables().map(\.json))]
        case "richInspectVariables":
            let data = try debugger.display(arguments.string("variableName"), frame: arguments.int("frameId"))
            return ["data": data.json, "metadata": .emptyObject]
        case "copyToGlobals":
            try debugger.copyToGlobals(
                arguments.string("srcVariableName"), as: arguments.string("dstVariableName"), frame: arguments.int("srcFrameId") ?? 1)
        case "modules": return ["modules": [], "totalModules": 0]
        default: throw DebugRequestFailure("this debugger does not know '\(request.command)'")
        }
        return .emptyObject
    }

    private func resume(_ step: DebugStep) throws(DebugRequestFailure) {
        guard debugger.resume(step) else { throw DebugRequestFailure("no cell is stopped") }
    }

    private static let capabilities: JSONValue = [
        "supportsConfigurationDoneRequest": true, "supportsEvaluateForHovers": true, "supportsExceptionInfoRequest": false,
        "supportsTerminateRequest": true, "supportsVariableType": true, "supportsVariablePaging": true,
        "supportsSetVariable": false, "supportsConditionalBreakpoints": true, "supportsDelayedStackTraceLoading": true,
        "exceptionBreakpointFilters": [
            ["filter": "raised", "label": "Thrown errors", "default": false, "description": "stops where an error is thrown"],
            ["filter": "uncaught", "label": "Uncaught errors", "default": false, "description": "stops at what would end the cell"],
        ],
    ]

    private var info: JSONValue {
        let started = state.withLock { $0.isStarted }
        let breakpoints = debugger.breakpoints.map { path, breakpoints -> JSONValue in
            let rows = breakpoints.map { breakpoint -> JSONValue in
                var row: [(String, JSONValue)] = [("line", .int(breakpoint.line)), ("verified", true)]
                if let condition = breakpoint.condition { row.append(("condition", .string(condition))) }
                return .object(JSONObject(row))
            }
            return ["source": .string(path), "breakpoints": .array(rows)]
        }
        return [
            "isStarted": .bool(started), "hashMethod": "Murmur2", "hashSeed": .int(Int(DebugSources.seed)),
            "tmpFilePrefix": .string(DebugSources.prefix), "tmpFileSuffix": .string(DebugSources.suffix),
            "breakpoints": .array(breakpoints), "stoppedThreads": debugger.isStopped ? [.int(Self.thread)] : [],
            "richRendering": true, "exceptionPaths": [], "copyToGlobals": true,
        ]
    }

    private func source(_ arguments: DebugArguments) throws -> JSONValue {
        let path = try arguments.path()
        guard let text = debugger.sources.text(at: path) else {
            throw DebugRequestFailure("there is no source at '\(path)'")
        }
        return ["content": .string(text), "mimeType": "text/x-swift"]
    }

    private func setBreakpoints(_ arguments: DebugArguments) throws -> JSONValue {
        let path = try arguments.path()
        let wanted = arguments.value("breakpoints")?.array?.compactMap { entry in
            entry["line"]?.debugNumber.map { line in
                let condition = entry["condition"]?.string
                return DebugBreakpoint(line: line, condition: condition?.allSatisfy(\.isWhitespace) ?? true ? nil : condition)
            }
        } ?? arguments.ints("lines").map { DebugBreakpoint(line: $0) }
        let found = try debugger.setBreakpoints(wanted, in: path)
        let rows = zip(wanted, found).enumerated().map { index, pair -> JSONValue in
            guard let line = pair.1 else {
                return ["verified": false, "line": .int(pair.0.line), "message": "no statement begins there or further down"]
            }
            return [
                "id": .int(index + 1), "verified": true, "line": .int(line), "source": ["path": .string(path)],
            ]
        }
        return ["breakpoints": .array(rows)]
    }

    private func stackTrace(_ arguments: DebugArguments) throws -> JSONValue {
        let frames = try debugger.frames()
        let start = max(0, arguments.int("startFrame") ?? 0)
        let levels = arguments.int("levels") ?? 0
        let shown = frames.dropFirst(start).prefix(levels > 0 ? levels : frames.count)
        return [
            "stackFrames": .array(
                shown.map { frame in
                    [
                        "id": .int(frame.id), "name": .string(frame.name), "line": .int(frame.line), "column": .int(frame.column),
                        "source": ["name": .string(frame.cell), "path": .string(frame.path)],
                    ]
                }), "totalFrames": .int(frames.count),
        ]
    }

    private func scopes(_ arguments: DebugArguments) throws -> JSONValue {
        let (locals, globals) = try debugger.scopes(of: arguments.int("frameId") ?? 1)
        return [
            "scopes": [
                ["name": "Locals", "presentationHint": "locals", "variablesReference": .int(locals), "expensive": false],
                ["name": "Globals", "presentationHint": "globals", "variablesReference": .int(globals), "expensive": false],
            ]
        ]
    }
}

/// A request's arguments, with errors that name what is missing.
private struct DebugArguments {
    private let command: String
    private let arguments: JSONValue

    init(_ request: DebugRequest) {
        command = request.command
        arguments = request.arguments
    }

    func value(_ name: String) -> JSONValue? { arguments[name] }
    func int(_ name: String) -> Int? { arguments[name]?.debugNumber }
    func ints(_ name: String) -> [Int] { arguments[name]?.array?.compactMap(\.debugNumber) ?? [] }
    func strings(_ name: String) -> [String] { arguments[name]?.array?.compactMap(\.string) ?? [] }

    func string(_ name: String) throws(DebugRequestFailure) -> String {
        guard let text = arguments[name]?.string else { throw DebugRequestFailure("'\(command)' needs '\(name)'") }
        return text
    }

    /// The path of the source that is meant.
    func path() throws(DebugRequestFailure) -> String {
        guard let path = arguments["source"]?["path"]?.string else {
            throw DebugRequestFailure("'\(command)' needs 'source' with a 'path'")
        }
        return path
    }
}

extension JSONValue {
    /// A number of the Debug Adapter Protocol. They have 32 bits; what lies beyond is brought there, so that one more or less
    /// is no overflow.
    fileprivate var debugNumber: Int? { int.map { min(max($0, -Int(Int32.max)), Int(Int32.max)) } }
}

extension DebugVariable {
    fileprivate var json: JSONValue {
        var row: [(String, JSONValue)] = [
            ("name", .string(name)), ("value", .string(value)), ("type", .string(type)), ("evaluateName", .string(name)),
            ("variablesReference", .int(reference)),
        ]
        if partCount > 0 { row.append((isIndexed ? "indexedVariables" : "namedVariables", .int(partCount))) }
        return .object(JSONObject(row))
    }
}
