class Vehicle {
    let wheels: Int
    var name: String
    init(wheels: Int, name: String) { self.wheels = wheels; self.name = name; print("vehicle", name) }
    convenience init(name: String) { self.init(wheels: 4, name: name) }
    convenience init() { self.init(name: "car"); self.name += "!" }
}
class Bike: Vehicle {
    let gears: Int
    init(gears: Int) { self.gears = gears; super.init(wheels: 2, name: "bike"); name = "bike\(gears)" }
    override convenience init(wheels: Int, name: String) { self.init(gears: wheels); self.name = name }
}
print(Vehicle().name, Vehicle(name: "van").wheels, Bike(gears: 21).name, Bike(wheels: 3, name: "trike").gears)
class Parsed {
    let value: Int
    init?(_ text: String) { guard let n = Int(text) else { return nil }; value = n }
    required init(value: Int) { self.value = value }
    static func zero() -> Self { Self(value: 0) }
}
class SubParsed: Parsed { override init?(_ text: String) { super.init(text + "0") }; required init(value: Int) { super.init(value: value + 1) } }
print(Parsed("12")?.value as Any, Parsed("x") as Any? == nil, SubParsed("3")!.value, SubParsed.zero().value, Parsed.zero().value)
class Defaults { var a = 1; var b = "two"; lazy var c = a * 10 }
let d = Defaults()
d.a = 5
print(d.a, d.b, d.c)
class Throwing { let n: Int; init(_ n: Int) throws { guard n > 0 else { throw Failure.negative }; self.n = n }; enum Failure: Error { case negative } }
print((try? Throwing(1))?.n as Any, (try? Throwing(-1))?.n as Any)
do { _ = try Throwing(-5) } catch { print("could not make one:", error) }
class Inherited: Vehicle { var extra = "extra" }
print(Inherited(name: "x").extra, Inherited(wheels: 1, name: "y").wheels)
