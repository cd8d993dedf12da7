struct Day: Strideable, Comparable {
    var number: Int
    func distance(to other: Day) -> Int { other.number - number }
    func advanced(by days: Int) -> Day { Day(number: number + days) }
    static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
let week = Day(number: 1)...Day(number: 4)
print(week.map { $0.number }, week.filter { $0.number % 2 == 0 }.map(\.number))
for day in week { print(day.number, terminator: " ") }
print()
print(week.count, week.contains(Day(number: 3)), (Day(number: 0)..<Day(number: 3)).map(\.number).reduce(0, +))
for day in stride(from: Day(number: 0), to: Day(number: 10), by: 4) { print(day.number) }
print(Array(week).last!.number, week.reversed().map(\.number), week.first!.number)
print(week.enumerated().map { "\($0)-\($1.number)" }, zip(week, "abcd").map { "\($0.number)\($1)" })
print((Day(number: 2)...).prefix(3).map(\.number))
print(week.reduce(0) { $0 + $1.number }, week.min()!.number, week.sorted(by: >).map(\.number), week.dropFirst().map(\.number))
print((Day(number: 3)..<Day(number: 3)).isEmpty, (Day(number: 3)..<Day(number: 3)).map(\.number))
