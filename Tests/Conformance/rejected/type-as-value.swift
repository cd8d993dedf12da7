let x: Int.Type = Int.self
print(x)
let y = Int // rejected: expected member name or initializer call after type name
