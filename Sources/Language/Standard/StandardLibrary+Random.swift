/// Random numbers from a generator of one's own, drawn as Swift draws them, so that the same generator gives the same
/// numbers. Those of the session's generator are declared beside the tensors'.
extension StandardLibrary {
    func declareRandomGenerators() {
        let system = NominalType(name: "SystemRandomNumberGenerator", form: .native)
        table.add(Declaration("struct SystemRandomNumberGenerator", documentation: "The session's seeded generator.", example: "var generator = SystemRandomNumberGenerator()\nprint(Int.random(in: 1...6, using: &generator) <= 6)", implementation: .type(system)))
        native(on: "SystemRandomNumberGenerator", "init()", "The session's generator.", NativeFunction("SystemRandomNumberGenerator") { () -> ClockValue in ClockValue() })
        let random = random
        native(on: "SystemRandomNumberGenerator", "func next() -> UInt64", "The next 64 random bits.", NativeFunction("next") { (_: ClockValue) -> UInt64 in random() })
        source(on: "RandomNumberGenerator", "mutating func next() -> UInt64", "The next 64 random bits.")
        source(on: "RandomNumberGenerator", "mutating func _next<T: FixedWidthInteger>(below bound: T) -> T {\n var m = T(truncatingIfNeeded: next()).multipliedFullWidth(by: bound)\n if m.low < bound {\n  let least = (0 &- bound) % bound\n  while m.low < least { m = T(truncatingIfNeeded: next()).multipliedFullWidth(by: bound) }\n }\n return m.high\n}", "A random number below a bound, each as likely.")
        source(on: "RandomNumberGenerator", "mutating func next<T: FixedWidthInteger>() -> T {\n T(truncatingIfNeeded: next() as UInt64)\n}", "Random bits as a number.")
        source(on: "RandomNumberGenerator", "mutating func next<T: FixedWidthInteger>(upperBound: T) -> T {\n precondition(upperBound != 0, \"upperBound cannot be zero.\")\n return _next(below: upperBound)\n}", "A random number below a bound, each as likely.")
        source(on: "FixedWidthInteger", "static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {\n precondition(!range.isEmpty, \"Cannot get random value with an empty range\")\n let delta = Self.Magnitude(truncatingIfNeeded: range.upperBound &- range.lowerBound)\n return Self(truncatingIfNeeded: Self.Magnitude(truncatingIfNeeded: range.lowerBound) &+ generator._next(below: delta))\n}", "A random number of a range, from a generator of one's own.")
        source(on: "FixedWidthInteger", "static func random<G: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout G) -> Self {\n let delta = Self.Magnitude(truncatingIfNeeded: range.upperBound &- range.lowerBound)\n if delta == Self.Magnitude.max { return Self(truncatingIfNeeded: generator.next() as UInt64) }\n return Self(truncatingIfNeeded: Self.Magnitude(truncatingIfNeeded: range.lowerBound) &+ generator._next(below: delta &+ 1))\n}", "A random number of a range, from a generator of one's own.")
        for type in NominalType.integers.dropFirst().map(\.name) {
            for form in ["Range", "ClosedRange"] {
                source(on: type, "static func random(in range: \(form)<\(type)>) -> \(type) {\n var generator = SystemRandomNumberGenerator()\n return random(in: range, using: &generator)\n}", "A random number of a range, from the session's generator.")
            }
        }
        for (type, bits) in [("Double", "9007199254740992"), ("Float", "16777216")] {
            let word = type == "Double" ? "UInt64" : "UInt32"
            source(on: type, "static func random<G: RandomNumberGenerator>(in range: Range<\(type)>, using generator: inout G) -> \(type) {\n precondition(!range.isEmpty, \"Cannot get random value with an empty range\")\n while true {\n  let unit = \(type)(\(word)(truncatingIfNeeded: generator.next() as UInt64) & (\(bits) - 1)) * (\(type).ulpOfOne / 2)\n  let x = (range.upperBound - range.lowerBound) * unit + range.lowerBound\n  if x != range.upperBound { return x }\n }\n}", "A random number of a range, from a generator of one's own.")
            source(on: type, "static func random<G: RandomNumberGenerator>(in range: ClosedRange<\(type)>, using generator: inout G) -> \(type) {\n let drawn = generator._next(below: \(word)(\(bits)) + 1)\n if drawn == \(bits) { return range.upperBound }\n return (range.upperBound - range.lowerBound) * (\(type)(drawn) * (\(type).ulpOfOne / 2)) + range.lowerBound\n}", "A random number of a range, from a generator of one's own.")
        }
        for form in ["Range", "ClosedRange"] {
            source(on: "Float", "static func random(in range: \(form)<Float>) -> Float {\n var generator = SystemRandomNumberGenerator()\n return random(in: range, using: &generator)\n}", "A random number of a range, from the session's generator.", form == "Range" ? "print(Float.random(in: 0..<1) < 1)" : "")
        }
        source(on: "Bool", "static func random<G: RandomNumberGenerator>(using generator: inout G) -> Bool {\n (generator.next() as UInt64) >> 17 & 1 == 0\n}", "true or false by chance, from a generator of one's own.")
    }
}
