struct Log {
    var lines: [String] = []
    static func << (log: inout Log, line: String) { log.lines.append(line) }
    postfix func ... (log: Log) -> String { log.lines.joined(separator: ", ") } // rejected: static
}
var log = Log()
log << "one"
print(log...)
