let x: Int? = nil
switch x { case Optional<Int>.none: print("none"); case Optional<Int>.some(let v): print(v) }
let y: Any? = nil
switch y { case Optional<Any>.none: print("none"); case .some(let v): print(v) }
let z: Int? = 4
if case Optional<Int>.some(let q) = z { print(q) }
switch z { case Optional.none: print("n"); case Optional.some(4): print("four"); default: print("other") }
print(Optional<Int>.none as Any, Optional<Int>.some(3) as Any, Optional.some("x") as Any)
