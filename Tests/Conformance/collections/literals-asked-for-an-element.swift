let name = "neg"
if let function = ["sq": { $0 * $0 }, "neg": { -$0 }, "abs": abs][name] as ((Double) -> Double)? { print(function(3)) }
let step: (Int) -> Int = [{ $0 + 1 }, { $0 * 2 }][1]
print(step(21))
let word: String = [1: "one", 2: "two"][2] ?? "many"
print(word)
let half: Double? = ["a": 1, "b": 2]["b"]
print(half as Any)
let weight: Double = ["a": 1, "b": 2]["c", default: 7]
print(weight)
let third: Float = [1, 2, 3][2]
print(third)
