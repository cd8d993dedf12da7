import Glibc
internal import JupyterMessaging

/// What this process and its machine use, read from `/proc`.
struct ProcessUsage {
    private struct Ticks {
        var process = 0
        var hostBusy = 0
        var hostTotal = 0
    }

    private var last = Ticks()
    private var lastTime: Int64 = 0

    /// The state of things; shares of time count from the call before.
    mutating func reply() -> UsageReply {
        let ticks = Self.ticks()
        let now = MonotonicClock.now()
        let seconds = Double(now - lastTime) / 1e9
        let processSeconds =
            Double(ticks.process - last.process) / Double(sysconf(Int32(_SC_CLK_TCK)))
        let total = ticks.hostTotal - last.hostTotal
        let isFirst = lastTime == 0
        let kernelShare = isFirst || seconds <= 0 ? 0 : 100 * processSeconds / seconds
        let hostShare =
            isFirst || total <= 0 ? 0 : 100 * Double(ticks.hostBusy - last.hostBusy) / Double(total)
        last = ticks
        lastTime = now
        return UsageReply(
            hostname: Self.hostname, pid: Int(getpid()), kernelCPU: kernelShare,
            kernelMemory: Self.residentBytes, cpuCount: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
            hostCPUPercent: hostShare, hostMemory: Self.hostMemory)
    }

    private static func ticks() -> Ticks {
        var ticks = Ticks()
        // The name in parentheses may hold spaces; user and system time are fields 14 and 15.
        let stat = text(of: "/proc/self/stat")
        if let end = stat.lastIndex(of: ")") {
            let fields = stat[end...].split(separator: " ")
            if fields.count > 13 {
                ticks.process = (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)
            }
        }
        let host = text(of: "/proc/stat").prefix { $0 != "\n" }.split(separator: " ")
            .dropFirst().compactMap { Int($0) }
        ticks.hostTotal = host.prefix(8).reduce(0, +)
        // The fourth and fifth are idle time and time spent waiting for disks.
        ticks.hostBusy = ticks.hostTotal - host.dropFirst(3).prefix(2).reduce(0, +)
        return ticks
    }

    private static var residentBytes: Int {
        let fields = text(of: "/proc/self/statm").split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }

    private static var hostname: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static var hostMemory: UsageReply.HostMemory {
        var values: [Substring: Int] = [:]
        for line in text(of: "/proc/meminfo").split(separator: "\n") {
            let fields = line.split(separator: " ")
            if fields.count > 1 { values[fields[0]] = (Int(fields[1]) ?? 0) << 10 }
        }
        let total = values["MemTotal:"] ?? 0
        let available = values["MemAvailable:"] ?? 0
        return UsageReply.HostMemory(
            total: total, available: available,
            percent: total == 0 ? 0 : 100 * Double(total - available) / Double(total),
            used: total - available, free: values["MemFree:"] ?? 0)
    }

    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
