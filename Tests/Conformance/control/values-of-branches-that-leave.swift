struct E: Error { var n: Int }
func a(_ b: Bool) throws -> Int { let y = if b { throw E(n: 1) } else { 3 }; print("after", y); return y * 2 }
print((try? a(true)) as Any, (try? a(false)) as Any)
func c(_ n: Int) throws -> Int { let y = switch n { case 0: throw E(n: 0); case 1: 10; default: throw E(n: n) }; defer { print("d") }; return y + 1 }
for n in 0..<3 { do { print(try c(n)) } catch let e as E { print("E", e.n) } }
let z: String = if Int("4")! > 3 { "big" } else { fatalError() }
print(z)
func never(_ n: Int) -> Int { let v = if n > 0 { n } else { fatalError("no") }; return v }
print(never(3))
func f(_ o: Int?) throws -> [Int] { try (0..<3).map { i in if let o, i < o { i } else if o == nil { throw E(n: 7) } else { -i } } }
print(try f(1), (try? f(nil)) as Any)
let t = try? { (x: Int) throws -> Int in switch x { case ..<0: throw E(n: x); default: x } }(-2)
print(t as Any)
func g(_ k: Int) throws { try [1, 2, 3].forEach { if $0 == k { throw E(n: k) } else { print($0, terminator: " ") } } }
do { try g(2) } catch { print("g", error) }
try g(9); print()
func h(_ s: String) throws -> Int { let n: Int; if let v = Int(s) { n = v } else { throw E(n: -1) }; return n }
print(try h("5"), (try? h("x")) as Any)
