import Glibc
import Synchronization

/// Makes the headers of one process's messages: one session, rising message identifiers.
package final class HeaderFactory: Sendable {
    package let session: String
    private let username: String
    private let count = Atomic<Int>(0)

    package init(session: String = HeaderFactory.randomIdentifier(), username: String = "kernel") {
        self.session = session
        self.username = username
    }

    /// A new header for a message of this type, dated now.
    package func header(type: String) -> MessageHeader {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return MessageHeader(
            messageID: "\(session)_\(number)", session: session, username: username,
            date: Self.now(), type: type)
    }

    /// 32 hexadecimal digits, different each time.
    package static func randomIdentifier() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// The time as ISO 8601 with microseconds, in UTC.
    package static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        gmtime_r(&time.tv_sec, &parts)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let date =
            "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-"
            + padded(Int(parts.tm_mday), 2)
        let clock =
            "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2)):"
            + padded(Int(parts.tm_sec), 2)
        return "\(date)T\(clock).\(padded(time.tv_nsec / 1_000, 6))Z"
    }
}
