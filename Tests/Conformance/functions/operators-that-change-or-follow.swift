struct Log {
    var lines: [String] = []
    static func << (log: inout Log, line: String) { log.lines.append(line) }
    static postfix func ... (log: Log) -> String { log.lines.joined(separator: ", ") + "…" }
}
var log = Log()
log << "one"
log << "two"
print(log.lines, log...)
func && (a: Int, b: Int) -> Int { a * b }
func || (a: Int, b: Int) -> Int { a + b }
print(3 && 4, 3 || 4, true && false, 1 < 2 || 3 < 2)
func + (numbers: [Int], number: Int) -> [Int] { numbers.map { $0 + number } }
print([1, 2] + 5, [1] + [2])
