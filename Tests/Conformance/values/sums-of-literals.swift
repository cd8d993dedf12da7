// Literals take the type that is wanted, also where they are added or given in place of nil.
let mixed: [Any] = [1, 2] + ["a"]
let halves: [Double] = [1, 2] + [3] + [0.5]
let gaps: [Double?] = [1, nil] + [3]
print(mixed, halves, gaps)
func show(_ parts: [Any]) { print(parts.count, parts) }
show([1] + ["b", 2.5])
let fallback = nil ?? 5
let real: Double = nil ?? 5
print(fallback, real)
