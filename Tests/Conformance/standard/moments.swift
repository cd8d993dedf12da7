import Foundation
let epoch = Date(timeIntervalSince1970: 0), day: TimeInterval = 86_400
let d = epoch + 10 * day, e = d.addingTimeInterval(-3600)
print(epoch, d, e, d > e, d.timeIntervalSince(e), [d, epoch, e].sorted().first!, d == epoch.addingTimeInterval(864000), e.distance(to: d), max(d, e))
struct Event: Comparable { let at: Date; let name: String; static func < (a: Event, b: Event) -> Bool { a.at < b.at } }
let evs = [Event(at: d, name: "d"), Event(at: e, name: "e"), Event(at: epoch, name: "0")]
print(evs.sorted().map(\.name), evs.max()!.name, Dictionary(grouping: evs) { Int($0.at.timeIntervalSince1970 / day) }.mapValues(\.count).sorted { $0.key < $1.key }.map { "\($0)" })
print(epoch.timeIntervalSinceReferenceDate, Date(timeIntervalSinceReferenceDate: 0), Date.distantPast < epoch, (epoch...d).contains(e), d - epoch.timeIntervalSince1970 > epoch)
func leap(_ y: Int) -> Bool { y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) }
print([1900, 2000, 2023, 2024].filter(leap), (1...12).map { m in switch m { case 2: 28; case 4, 6, 9, 11: 30; default: 31 } }.reduce(0, +))
let t = 98765.4; let (h, m) = (Int(t) / 3600, Int(t) % 3600 / 60); print(String(format: "%02d:%02d:%04.1f", h, m, t.truncatingRemainder(dividingBy: 60)))
print(Duration.seconds(90), Duration.milliseconds(1500) + .seconds(1), Duration.seconds(3) * 2, Duration.seconds(1) < .milliseconds(1001))
