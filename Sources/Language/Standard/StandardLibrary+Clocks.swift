import FoundationEssentials

extension StandardLibrary {
    /// Clocks. What a cell prints of them differs from run to run.
    func declareClocks() {
        for (name, documentation, example) in [
            ("ContinuousClock", "A clock that measures how long things take.", "let clock = ContinuousClock()\nlet time = clock.measure { _ = (1...10).reduce(0) { $0 + $1 } }\nprint(time.seconds >= 0)"),
            ("SuspendingClock", "A clock that stands still while the machine sleeps.", "print(SuspendingClock().measure { } >= .zero)"),
            ("Date", "A moment.", "let start = Date()\nprint(Date().timeIntervalSince(start) >= 0)"), ("Duration", "A length of time.", "print(Duration.seconds(90), Duration.milliseconds(5) < .seconds(1))"),
            ("Instant", "A moment of a clock.", "let start = ContinuousClock.now\nprint((ContinuousClock.now - start).seconds >= 0)"),
        ] {
            let type = NominalType(name: name, form: .native)
            if name == "Duration" { type.conduct = .ordered(DurationValue.self, { $0.duration }, { $0.duration.description }) }
            if name == "Date" { type.conduct = .ordered(DateValue.self, { $0.date }, { DateValue.text($0.date) }) }
            if name == "Instant" { type.conduct = .ordered(InstantValue.self, { $0.instant }, { "\($0.instant)" }) }
            table.add(Declaration("struct \(name)", documentation: documentation, example: example, implementation: .type(type)))
        }
        for clock in ["ContinuousClock", "SuspendingClock"] {
            native(on: clock, "init()", "The clock.", NativeFunction("\(clock).init") { () -> ClockValue in ClockValue() })
            native(on: clock, "var now: Instant { get }", "This moment.", NativeFunction("now") { (_: ClockValue) -> InstantValue in InstantValue(instant: .now) })
            native(on: clock, "static var now: Instant { get }", "This moment.", NativeFunction("now") { () -> InstantValue in InstantValue(instant: .now) })
            source(on: clock, "func measure(_ work: () throws -> Void) rethrows -> Duration {\n let start = now\n try work()\n return now - start\n}", "How long the closure takes.")
        }
        comparisons("Instant", InstantValue.self) { $0.instant }
        comparisons("Duration", DurationValue.self) { $0.duration }
        comparisons("Date", DateValue.self) { $0.date }
        native("func - (_ end: Instant, _ start: Instant) -> Duration", "The time between two moments.", NativeFunction("-") { (end: InstantValue, start: InstantValue) -> DurationValue in DurationValue(duration: end.instant - start.instant) })
        native("func + (_ start: Instant, _ time: Duration) -> Instant", "The moment so much later.", NativeFunction("+") { (start: InstantValue, time: DurationValue) -> InstantValue in InstantValue(instant: start.instant + time.duration) })
        native(on: "Instant", "static var now: Instant { get }", "This moment.", NativeFunction("now") { () -> InstantValue in InstantValue(instant: .now) })
        native(on: "Instant", "func duration(to other: Instant) -> Duration", "The time to another moment.", NativeFunction("duration") { (start: InstantValue, end: InstantValue) -> DurationValue in DurationValue(duration: end.instant - start.instant) })
        native(on: "Instant", "func advanced(by time: Duration) -> Instant", "The moment so much later.", NativeFunction("advanced") { (start: InstantValue, time: DurationValue) -> InstantValue in InstantValue(instant: start.instant + time.duration) })
        declareDurations()
        declareDates()
    }

    private func comparisons<Value: CellObject, Key: Comparable>(_ type: String, _ value: Value.Type, _ key: @escaping (Value) -> Key) {
        for (name, test) in [("<", { (a: Key, b: Key) in a < b }), ("<=", { a, b in a <= b }), (">", { a, b in a > b }), (">=", { a, b in a >= b })] {
            native("func \(name) (_ left: \(type), _ right: \(type)) -> Bool", "Whether `left \(name) right`.", NativeFunction(name) { (a: Value, b: Value) -> Bool in test(key(a), key(b)) })
        }
    }

    private func declareDurations() {
        native(on: "Duration", "var seconds: Double { get }", "The length in seconds.", NativeFunction("seconds") { (value: DurationValue) -> Double in value.duration / .seconds(1) })
        native(on: "Duration", "var components: (seconds: Int64, attoseconds: Int64) { get }", "Whole seconds, and what is left in attoseconds.", NativeFunction("components") { (value: DurationValue) -> CellTuple<Int64, Int64> in CellTuple(value.duration.components.seconds, value.duration.components.attoseconds) })
        native(on: "Duration", "var description: String { get }", "The length as `print` shows it.", NativeFunction("description") { (value: DurationValue) -> String in value.duration.description })
        native(on: "Duration", "static var zero: Duration { get }", "No time.", NativeFunction("zero") { () -> DurationValue in DurationValue(duration: .zero) })
        for (name, scale, documentation) in [("seconds", 1.0, "A length of time in seconds."), ("milliseconds", 1e-3, "A length of time in thousandths of a second."), ("microseconds", 1e-6, "A length of time in millionths of a second."), ("nanoseconds", 1e-9, "A length of time in billionths of a second.")] {
            native(on: "Duration", "static func \(name)(_ value: Double) -> Duration", documentation, NativeFunction(name) { (value: Double) throws -> DurationValue in
                guard value.isFinite, abs(value * scale) < 1e15 else { throw RuntimeFault(.conversion, "\(value) is no length of time") }
                return DurationValue(duration: .seconds(value * scale))
            })
            native(on: "Duration", "static func \(name)<T: BinaryInteger>(_ value: T) -> Duration", documentation, NativeFunction(name: name, isInout: [false]) { frame in
                let value = IntegerValue.load(frame.arguments[0], frame.typeArguments[0])
                guard let small = Int64(exactly: value), abs(Double(small) * scale) < 1e15 else { throw RuntimeFault(.conversion, "\(value) \(name) are too long a time") }
                let duration: Duration = scale == 1 ? .seconds(small) : scale == 1e-3 ? .milliseconds(small) : scale == 1e-6 ? .microseconds(small) : .nanoseconds(small)
                DurationValue(duration: duration).store(frame.result)
            })
        }
        native("func + (_ a: Duration, _ b: Duration) -> Duration", "Both lengths together.", NativeFunction("+") { (a: DurationValue, b: DurationValue) -> DurationValue in DurationValue(duration: a.duration + b.duration) })
        native("func - (_ a: Duration, _ b: Duration) -> Duration", "What one length has more than the other.", NativeFunction("-") { (a: DurationValue, b: DurationValue) -> DurationValue in DurationValue(duration: a.duration - b.duration) })
        native("func / (_ a: Duration, _ b: Duration) -> Double", "How many times one length of time holds another.", NativeFunction("/") { (a: DurationValue, b: DurationValue) -> Double in a.duration / b.duration })
        for type in ["Int", "Double"] {
            native("func / (_ a: Duration, _ b: \(type)) -> Duration", "A part of a length.", NativeFunction(name: "/", isInout: [false, false]) { frame in
                let divisor = type == "Int" ? Double(Int.load(frame.arguments + 1)) : Double.load(frame.arguments + 1)
                guard divisor != 0 else { throw RuntimeFault(.divisionByZero, "division by zero: a length of time / 0") }
                DurationValue(duration: try DurationValue.load(frame.arguments).duration / divisor).store(frame.result)
            })
            native("func * (_ a: Duration, _ b: \(type)) -> Duration", "A length so many times.", NativeFunction(name: "*", isInout: [false, false]) { frame in
                DurationValue(duration: try DurationValue.load(frame.arguments).duration * (type == "Int" ? Double(Int.load(frame.arguments + 1)) : Double.load(frame.arguments + 1))).store(frame.result)
            })
        }
    }

    private func declareDates() {
        table.aliases["TimeInterval"] = "Double"
        native(on: "Date", "init()", "This moment.", NativeFunction("Date.init") { () -> DateValue in DateValue(date: Date()) })
        native(on: "Date", "static var now: Date { get }", "This moment.", NativeFunction("Date.now") { () -> DateValue in DateValue(date: Date()) })
        native(on: "Date", "init(timeIntervalSince1970 seconds: Double)", "The moment so many seconds after the beginning of 1970, UTC.", "print(Date(timeIntervalSince1970: 0))", NativeFunction("Date.init") { (seconds: Double) -> DateValue in DateValue(date: Date(timeIntervalSince1970: seconds)) })
        native(on: "Date", "init(timeIntervalSinceNow seconds: Double)", "The moment so many seconds from now.", NativeFunction("Date.init") { (seconds: Double) -> DateValue in DateValue(date: Date(timeIntervalSinceNow: seconds)) })
        native(on: "Date", "func timeIntervalSince(_ other: Date) -> Double", "Seconds from another moment to this one.", NativeFunction("timeIntervalSince") { (a: DateValue, b: DateValue) -> Double in a.date.timeIntervalSince(b.date) })
        native(on: "Date", "var timeIntervalSinceNow: Double { get }", "Seconds from now to this moment.", NativeFunction("timeIntervalSinceNow") { (a: DateValue) -> Double in a.date.timeIntervalSinceNow })
        native(on: "Date", "var timeIntervalSince1970: Double { get }", "Seconds since the beginning of 1970, UTC.", NativeFunction("timeIntervalSince1970") { (a: DateValue) -> Double in a.date.timeIntervalSince1970 })
        native(on: "Date", "func addingTimeInterval(_ seconds: Double) -> Date", "The moment so many seconds later.", NativeFunction("addingTimeInterval") { (a: DateValue, seconds: Double) -> DateValue in DateValue(date: a.date.addingTimeInterval(seconds)) })
        source(on: "Date", "init(timeInterval seconds: Double, since date: Date) {\n self = date.addingTimeInterval(seconds)\n}", "The moment so many seconds after another.", "print(Date(timeInterval: 60, since: Date(timeIntervalSince1970: 0)))")
        source(on: "Date", "init(timeIntervalSinceReferenceDate seconds: Double) {\n self = Date(timeIntervalSince1970: seconds + 978307200)\n}", "The moment so many seconds after the beginning of 2001, UTC.", "print(Date(timeIntervalSinceReferenceDate: 0))")
        source(on: "Date", "var timeIntervalSinceReferenceDate: Double {\n timeIntervalSince1970 - 978307200\n}", "Seconds since the beginning of 2001, UTC.", "print(Date(timeIntervalSince1970: 978307200).timeIntervalSinceReferenceDate)")
        source(on: "Date", "static var timeIntervalBetween1970AndReferenceDate: Double {\n 978307200\n}", "Seconds from the beginning of 1970 to that of 2001.", "print(Date.timeIntervalBetween1970AndReferenceDate)")
        source(on: "Date", "static var distantPast: Date {\n Date(timeIntervalSinceReferenceDate: -63114076800)\n}", "A moment before all others that matter.", "print(Date.distantPast < Date())")
        source(on: "Date", "static var distantFuture: Date {\n Date(timeIntervalSinceReferenceDate: 63113904000)\n}", "A moment after all others that matter.", "print(Date.distantFuture > Date())")
        source(on: "Date", "func distance(to other: Date) -> Double {\n other.timeIntervalSince(self)\n}", "Seconds from this moment to another.", "print(Date(timeIntervalSince1970: 0).distance(to: Date(timeIntervalSince1970: 5)))")
        source(on: "Date", "func advanced(by seconds: Double) -> Date {\n addingTimeInterval(seconds)\n}", "The moment so many seconds later.", "print(Date(timeIntervalSince1970: 0).advanced(by: 5))")
        source(on: "Date", "mutating func addTimeInterval(_ seconds: Double) {\n self = addingTimeInterval(seconds)\n}", "Moves it so many seconds on.", "var moment = Date(timeIntervalSince1970: 0)\nmoment.addTimeInterval(5)\nprint(moment)")
        source(on: "Date", "func compare(_ other: Date) -> ComparisonResult {\n self < other ? .orderedAscending : self > other ? .orderedDescending : .orderedSame\n}", "Which of two moments comes first.", "print(Date(timeIntervalSince1970: 0).compare(Date()) == .orderedAscending)")
        native("func + (_ a: Date, _ seconds: Double) -> Date", "The moment so many seconds later.", NativeFunction("+") { (a: DateValue, seconds: Double) -> DateValue in DateValue(date: a.date + seconds) })
        native("func - (_ a: Date, _ seconds: Double) -> Date", "The moment so many seconds earlier.", NativeFunction("-") { (a: DateValue, seconds: Double) -> DateValue in DateValue(date: a.date - seconds) })
    }
}

struct ClockValue: CellObject {}
struct InstantValue: CellObject { let instant: ContinuousClock.Instant }
struct DurationValue: CellObject { let duration: Duration }

struct DateValue: CellObject {
    let date: Date

    /// As Swift prints it, in UTC.
    static func text(_ date: Date) -> String {
        let calendar = Calendar(identifier: .gregorian)
        guard let utc = TimeZone(secondsFromGMT: 0) else { return "\(date.timeIntervalSince1970)" }
        let parts = calendar.dateComponents(in: utc, from: date)
        func two(_ value: Int?) -> String {
            let value = value ?? 0
            return value < 10 ? "0\(value)" : "\(value)"
        }
        let day = "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
        return "\(day) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}

extension Conduct {
    /// A value of the library that compares by what is in it.
    static func ordered<Value: CellObject, Key: Hashable>(
        _ type: Value.Type, _ key: @escaping @Sendable (Value) -> Key,
        _ description: @escaping @Sendable (Value) -> String
    ) -> Conduct {
        Conduct(
            describe: { _, slots, _, _, text in text += description(try Value.load(slots)) },
            equal: { _, left, right, _ in key(try Value.load(left)) == key(try Value.load(right)) },
            hash: { _, slots, _, hasher in
                hasher.combine(UInt64(truncatingIfNeeded: key(try Value.load(slots)).hashValue))
            })
    }
}
