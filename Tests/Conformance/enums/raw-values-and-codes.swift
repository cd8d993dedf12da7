enum Status: Int { case ok = 200, created, notFound = 404, teapot = 418, error = 500
    var family: String { switch rawValue { case 200..<300: "success"; case 400..<500: "client"; default: "server" } } }
print([200, 201, 404, 418, 500, 999].map { Status(rawValue: $0).map { "\($0) \($0.family)" } ?? "?" })
enum Key: String, CaseIterable { case up = "↑", down = "↓", left, right; init?(letter: Character) { switch letter { case "k": self = .up; case "j": self = .down; default: return nil } } }
print(Key.allCases.map(\.rawValue), Key(rawValue: "left")!, Key(rawValue: "Left") as Any, Key(letter: "j")!, Key(letter: "x") as Any)
enum Op: Character, CaseIterable { case plus = "+", minus = "-", times = "×"
    func callAsFunction(_ a: Int, _ b: Int) -> Int { switch self { case .plus: a + b; case .minus: a - b; case .times: a * b } } }
for op in Op.allCases { print(6, op.rawValue, 7, "=", op(6, 7)) }
enum Bits: UInt8 { case none = 0, read = 1, write = 2, all = 3; static func | (a: Bits, b: Bits) -> Bits { Bits(rawValue: a.rawValue | b.rawValue)! }; func has(_ b: Bits) -> Bool { rawValue & b.rawValue == b.rawValue } }
print(Bits.read | .write, (Bits.read | .none).has(.write), Bits.all.has(.write), Bits.all.rawValue)
enum Day: Int, CaseIterable { case mon = 1, tue, wed; var next: Day { Day(rawValue: rawValue + 1) ?? .mon } ; static let weekend: [Day] = [] }
print(Day.wed.next, Day.mon.next, Day.allCases.count, Day.weekend.isEmpty, Day.allCases.map { $0.rawValue * 2 }, Day.tue.rawValue.description + "nd")
let lookup = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0.rawValue, $0) })
print(lookup["right"]!, lookup["nope"] as Any, "\(Key.up)", String(describing: Key.down), Key.left.hashValue == Key.left.hashValue)
