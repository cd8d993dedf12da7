struct Oops: Error {}
var log: [Int] = []
func on(_ f: @escaping (Int) throws -> Void) { do { try f(-1); try f(1) } catch { print("caught", error) } }
on { if $0 < 0 { throw Oops() } else { log.append(2) } }
on { if $0 > 0 { throw Oops() } else { log.append(3) } }
on { x in switch x { case -1: log.append(7); default: throw Oops() } }
print(log)
func gen<E>(_ t: E.Type, _ f: @escaping (E) throws -> Void) -> (E) throws -> Void { f }
do { try gen(Int.self) { if $0 < 0 { throw Oops() } else { log.append(4) } }(-1) } catch { print("caught", error) }
do { try gen(Int.self) { if $0 < 0 { log.append(5) } else { throw Oops() } }(1) } catch { print("caught", error) }
let v = { (x: Int) throws -> Int in if x > 0 { x } else { throw Oops() } }
print((try? v(1)) as Any, (try? v(-1)) as Any)
func f(_ x: Int) throws -> String { if x > 0 { "p" } else { throw Oops() } }
print((try? f(1)) as Any, (try? f(0)) as Any)
func g(_ x: Int) throws -> String { switch x { case 0: throw Oops(); case 1: "one"; default: fatalError() } }
print((try? g(1)) as Any, (try? g(0)) as Any)
