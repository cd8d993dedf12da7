/// Dates along an axis, as seconds since the beginning of 1970, without time zones.
enum Dates {
    struct Civil: Equatable {
        var year: Int
        var month: Int
        var day: Int
        var second = 0
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func daysIn(_ month: Int, _ year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days from the beginning of year 1 to the beginning of a year.
    private static func daysBefore(_ year: Int) -> Int {
        let past = year - 1
        func quotient(_ divisor: Int) -> Int {
            Int((Double(past) / Double(divisor)).rounded(.down))
        }
        return past * 365 + quotient(4) - quotient(100) + quotient(400)
    }

    static func seconds(_ date: Civil) -> Double {
        var days = daysBefore(date.year) - daysBefore(1970) + date.day - 1
        for month in 1..<max(1, date.month) { days += daysIn(month, date.year) }
        return Double(days) * 86_400 + Double(date.second)
    }

    static func civil(_ seconds: Double) -> Civil {
        let whole = Int(max(-6e10, min(2.5e11, seconds)).rounded(.down))
        var day = Int((Double(whole) / 86_400).rounded(.down))
        let rest = whole - day * 86_400
        var year = 1970 + Int((Double(day) / 365.2425).rounded(.down))
        func start(_ year: Int) -> Int { daysBefore(year) - daysBefore(1970) }
        while start(year) > day { year -= 1 }
        while start(year + 1) <= day { year += 1 }
        day -= start(year)
        var month = 1
        while day >= daysIn(month, year) {
            day -= daysIn(month, year)
            month += 1
        }
        return Civil(year: year, month: month, day: day + 1, second: rest)
    }

    /// `2024-03`, `2024-03-14`, `2024-03-14 15:09`, `2024-03-14T15:09:26Z`; nil for anything else.
    static func parse(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        func number(_ from: Int, _ count: Int) -> Int? {
            guard from + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[from..<(from + count)] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard bytes.count >= 7, bytes[4] == 45, let year = number(0, 4), let month = number(5, 2),
            (1...12).contains(month)
        else { return nil }
        var date = Civil(year: year, month: month, day: 1)
        if bytes.count == 7 { return seconds(date) }
        guard bytes[7] == 45, let day = number(8, 2), day >= 1, day <= daysIn(month, year) else {
            return nil
        }
        date.day = day
        if bytes.count == 10 { return seconds(date) }
        guard bytes[10] == 32 || bytes[10] == 84, let hour = number(11, 2), hour < 24,
            bytes.count >= 16, bytes[13] == 58,
            let minute = number(14, 2), minute < 60
        else { return nil }
        date.second = hour * 3600 + minute * 60
        var at = 16
        if bytes.count > 16, bytes[16] == 58 {
            guard let second = number(17, 2), second < 61 else { return nil }
            date.second += second
            at = 19
            if bytes.count > 19, bytes[19] == 46 {
                at = bytes[20...].firstIndex { $0 < 48 || $0 > 57 } ?? bytes.count
            }
        }
        guard at == bytes.count || at == bytes.count - 1 && bytes[at] == 90 else { return nil }
        return seconds(date)
    }
}

/// Ticks at whole years, months, days, hours, minutes and seconds.
enum DateTicks {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let day = 86_400

    /// At most about `count` ticks between two moments; the first says what the others leave out.
    static func ticks(low: Double, high: Double, count: Int) -> [Tick] {
        guard low < high, abs(low) < 6e10, abs(high) < 2.5e11 else { return [] }
        let most = max(1, count)
        let span = high - low
        for step in [
            1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
        ]
        where span / Double(step) <= Double(most) {
            let first = Int((low / Double(step)).rounded(.up))
            let last = Int((high / Double(step)).rounded(.down))
            guard last > first else { break }
            return labelled((first...last).map { Double($0 * step) }) {
                clock($0, seconds: step < 60)
            }
        }
        for step in [1, 2, 7, 14] where span / Double(step * day) <= Double(most) {
            var values: [Double] = []
            var at = Dates.civil(low)
            at.second = 0
            // Weeks and fortnights begin with each month, so that labels do not drift.
            while true {
                let value = Dates.seconds(at)
                if value > high { break }
                if value >= low, (at.day - 1) % step == 0, step < 7 || at.day <= 28 - step / 2 {
                    values.append(value)
                }
                at = Dates.civil(value + Double(day))
            }
            if values.count > 1 { return labelled(values) { "\($0.day) \(months[$0.month - 1])" } }
        }
        for step in [1, 2, 3, 6] where span / (Double(step * day) * 30.4) <= Double(most) {
            var values: [Double] = []
            var at = Dates.civil(low)
            (at.day, at.second) = (1, 0)
            while true {
                let value = Dates.seconds(at)
                if value > high { break }
                if value >= low, (at.month - 1) % step == 0 { values.append(value) }
                at =
                    at.month == 12
                    ? Dates.Civil(year: at.year + 1, month: 1, day: 1)
                    : Dates.Civil(year: at.year, month: at.month + 1, day: 1)
            }
            if values.count > 1 { return labelled(values) { months[$0.month - 1] } }
        }
        let (from, to) = (Dates.civil(low).year, Dates.civil(high).year)
        let years =
            LinearTicks(low: Double(from), high: Double(to) + 1, intervals: most, integer: true)?
            .values ?? [Double(from)]
        return years.compactMap { Numerics.integer($0) }
            .map {
                Tick(
                    value: Dates.seconds(Dates.Civil(year: $0, month: 1, day: 1)), label: String($0)
                )
            }
            .filter { $0.value >= low && $0.value <= high }
    }

    private static func clock(_ date: Dates.Civil, seconds: Bool) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = two(date.second / 3600) + ":" + two(date.second / 60 % 60)
        return seconds ? text + ":" + two(date.second % 60) : text
    }

    /// Where a year or a day begins its own name stands; the first tick names all.
    private static func labelled(_ values: [Double], _ short: (Dates.Civil) -> String) -> [Tick] {
        var before: Dates.Civil?
        return values.map { value in
            let date = Dates.civil(value)
            defer { before = date }
            var label = short(date)
            let isClock = label.contains(":")
            let isDay = label.contains(" ")
            if let before {
                if isClock, before.day != date.day || before.month != date.month {
                    label = "\(date.day) \(months[date.month - 1])"
                }
                if before.year != date.year {
                    label = isClock || isDay ? label + " \(date.year)" : "\(date.year)"
                }
            } else {
                if isClock { label = "\(date.day) \(months[date.month - 1]) \(label)" }
                if !isClock { label += " \(date.year)" }
            }
            return Tick(value: value, label: label)
        }
    }
}
