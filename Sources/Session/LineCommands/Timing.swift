import Glibc

/// Where a cell's time goes, in seconds.
final class Timing {
    enum Part {
        case checking, compiling, running
    }

    private(set) var checked = 0.0
    private(set) var compiled = 0.0
    private(set) var run = 0.0
    /// Time that all processors together worked for it.
    private(set) var processor = 0.0
    private var begin = ContinuousClock.now
    private var processorBegin = 0.0

    var wall: Double { checked + compiled + run }

    func start() {
        processorBegin = Timing.processorTime
        begin = .now
    }

    /// Ends a part.
    func end(_ part: Part) {
        let now = ContinuousClock.now
        let seconds = Timing.seconds(now - begin)
        switch part {
        case .checking: checked = seconds
        case .compiling: compiled = seconds
        case .running: run = seconds
        }
        begin = now
        processor = Timing.processorTime - processorBegin
    }

    var text: String {
        "wall time \(Timing.text(wall)): checked in \(Timing.text(checked)), compiled in \(Timing.text(compiled)), ran \(Timing.text(run)); processor time \(Timing.text(processor))"
    }

    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// `1.24 s`, `3.1 ms`, `250 ns`: three digits.
    static func text(_ seconds: Double) -> String {
        for (unit, scale) in [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)] where seconds >= scale * 0.9995 {
            return "\(digits(seconds / scale)) \(unit)"
        }
        return "\(digits(max(seconds, 0) * 1e9)) ns"
    }

    private static func digits(_ number: Double) -> String {
        let places = number < 9.995 ? 2 : number < 99.95 ? 1 : 0
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int((number * scale).rounded())
        if places == 0 { return String(whole) }
        let rest = String(whole % Int(scale))
        return "\(whole / Int(scale)).\(String(repeating: "0", count: places - rest.count))\(rest)"
    }
}
