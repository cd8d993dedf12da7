// `.some` alone stands for whatever there is.
let hours: [String: ClosedRange<Int>] = ["mon": 9...17, "sat": 10...14]
for day in ["mon", "sat", "sun"] {
    switch (day, hours[day]) {
    case (_, nil): print(day, "closed")
    case ("sat", let short?): print(day, "short", short.count)
    case (_, .some): print(day, "open")
    }
}
func has(_ value: Int??) -> String {
    switch value {
    case .some(.some): "a number"
    case .some: "an empty one"
    case .none: "nothing"
    }
}
print(has(1), has(.some(nil)), has(nil))
if case .some = hours["mon"] { print("mon is there") }
