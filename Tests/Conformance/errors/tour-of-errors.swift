enum VendingError: Error, Equatable { case invalid, insufficient(needed: Int), outOfStock }
struct Item { var price: Int, count: Int }
class Machine { var stock = ["A": Item(price: 5, count: 1)]; var coins = 0
  func vend(_ n: String) throws -> Item { guard var item = stock[n] else { throw VendingError.invalid }; guard item.count > 0 else { throw VendingError.outOfStock }
    guard item.price <= coins else { throw VendingError.insufficient(needed: item.price - coins) }; coins -= item.price; item.count -= 1; stock[n] = item; return item } }
let m = Machine()
func tryVend(_ n: String) { do { let i = try m.vend(n); print("got", i) } catch VendingError.invalid { print("invalid") } catch VendingError.insufficient(let k) { print("need", k) } catch let e as VendingError { print("vending", e) } catch { print("unknown", error) } }
tryVend("Z"); tryVend("A"); m.coins = 9; tryVend("A"); tryVend("A")
print((try? m.vend("A")) as Any, (try? m.vend("Q"))?.price ?? -1)
func rethrower(_ f: () throws -> Int) rethrows -> Int { try f() + 1 }
print(rethrower { 1 }, (try? rethrower { throw VendingError.invalid }) as Any)
func typed(_ n: Int) throws(VendingError) -> Int { if n < 0 { throw .invalid }; return n }
do { print(try typed(1)); _ = try typed(-1) } catch { print("typed", error == .invalid) }
struct MyErr: Error, CustomStringConvertible { let code: Int; var description: String { "E\(code)" } }
do { throw MyErr(code: 7) } catch { print(error, "\(error)") }
do { throw MyErr(code: 8) } catch let e as MyErr where e.code == 8 { print("eight") } catch { print("no") }
func cleanup() throws { defer { print("cleanup") }; print("work"); throw MyErr(code: 1) }
do { try cleanup() } catch { print("caught", error) }
let r: Result<Int, VendingError> = .success(3); print(r, try r.get(), r.map { $0 * 2 })
let f: Result<Int, VendingError> = .failure(.outOfStock)
switch f { case .success(let v): print(v); case .failure(let e): print("fail", e) }
do { _ = try f.get() } catch { print(error) }
print(f.mapError { _ in MyErr(code: 2) }, r.flatMap { $0 > 5 ? .success($0) : .failure(.invalid) }, (try? f.get()) as Any)
let rr = Result { try m.vend("nope") }; if case .failure(let e) = rr { print("res", e) }
print(Result<Int, VendingError>.success(1) == .success(1))
func nested() throws -> String { do { try cleanup(); return "x" } catch let e as VendingError { return "v\(e)" } }
do { print(try nested()) } catch { print("outer", error) }
func multi(_ n: Int) throws -> Int { switch n { case 0: throw VendingError.invalid; case 1: throw MyErr(code: 1); default: return n } }
for i in 0...2 { do { print(try multi(i)) } catch is VendingError { print("is V") } catch is MyErr { print("is M") } }
let results = [1, 2, 0].map { n in Result { try multi(n) } }
for x in results { switch x { case .success(let v): print("ok", v); case .failure(let e): print("err", e) } }
func lift(_ s: String) throws -> Int { guard let n = Int(s) else { throw MyErr(code: s.count) }; return n }
do { print(try ["1", "2"].map(lift), try ["1", "xx"].map(lift)) } catch { print("lift", error) }
print(try! lift("5"), (try? lift("q")) ?? 0)
var log: [String] = []; func step(_ s: String) { log.append(s) }
func flow() { step("a"); defer { step("d") }; do { step("b"); throw MyErr(code: 0) } catch { step("c"); return } }
flow(); print(log)
