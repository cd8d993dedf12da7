// `??` where `Any` is wanted: both sides are what they are by themselves.
struct Person {
    var height = 1.5
    var age: Int?
    func bmi() -> Double { height * 14 }
}
let nobody: Person? = nil
let ann: Person? = Person(age: 7)
let size: Double? = nil
print(size ?? "none", ann?.age ?? "unknown", nobody?.age ?? "unknown")
print(nobody?.height ?? 0, nobody?.bmi() ?? -1, ann?.height ?? 0, size ?? 0, nobody?.age ?? 0)
print(nobody.map { $0.height } ?? 0, nobody.map(\.height) ?? 0, nobody?.height ?? 0 as Double)
let all: [Any] = [nobody?.height ?? 0, ann?.bmi() ?? 0, size ?? "-"]
print(all, "\(nobody?.height ?? 0)", [nobody?.height ?? 0])
let height = nobody?.height ?? 0
print(height, (nobody?.height ?? 0) + 1)
