enum BankError: Error, Equatable { case insufficient(needed: Int), unknown(String), closed }
struct Account { var balance = 0; let id: String
  mutating func withdraw(_ n: Int) throws { guard n <= balance else { throw BankError.insufficient(needed: n - balance) }; balance -= n } }
var acc = Account(balance: 10, id: "a")
do { try acc.withdraw(3); print(acc.balance); try acc.withdraw(30); print("no") }
catch BankError.insufficient(let needed) where needed > 100 { print("much", needed) }
catch BankError.insufficient(let needed) { print("need", needed) }
catch { print("other", error) }
func risky(_ n: Int) throws -> Int { if n < 0 { throw BankError.closed }; if n == 0 { throw BankError.unknown("zero") }; return n * 2 }
print(try? risky(2) as Any, (try? risky(0)) as Any, try! risky(4))
for i in -1...1 { do { print(try risky(i)) } catch let e as BankError { switch e { case .closed: print("closed"); default: print(e) } } catch { print("?") } }
func cleanup() -> Int { defer { print("d1") }; defer { print("d2") }; print("body"); return 5 }
print(cleanup())
func nested() throws { defer { print("out") }; for i in 0..<3 { defer { print("loop", i) }; if i == 1 { throw BankError.closed } } }
do { try nested() } catch { print("caught \(error)") }
func rethrower(_ f: () throws -> Int) rethrows -> Int { try f() + 1 }
print(rethrower { 3 }, (try? rethrower { try risky(-1) }) as Any)
let r: Result<Int, BankError> = .failure(.closed)
switch r { case .success(let v): print(v); case .failure(let e): print("fail", e) }
func parse(_ s: String) -> Result<Int, BankError> { if let n = Int(s) { return .success(n) }; return .failure(.unknown(s)) }
print(parse("3"), parse("x"))
print((try? parse("4").get()) ?? -1, parse("5").map { $0 * 2 })
let rr = Result { try risky(0) }
if case .failure(let e) = rr { print(e) }
struct MyErr: Error, CustomStringConvertible { let code: Int; var description: String { "MyErr#\(code)" } }
do { throw MyErr(code: 3) } catch let e as MyErr { print(e, e.code) } catch { print("no") }
do { throw MyErr(code: 4) } catch is BankError { print("bank") } catch { print(error) }
func typed(_ n: Int) throws(BankError) -> Int { if n > 1 { throw .closed }; return n }
do { print(try typed(1)); print(try typed(2)) } catch { switch error { case .closed: print("typed closed"); default: print("d") } }
let x = try? typed(5)
print(x as Any)
outer: do { print("in"); if acc.balance > 0 { break outer }; print("never") }
var log: [String] = []
func work(_ s: String) throws -> Int { log.append("start \(s)"); defer { log.append("end \(s)") }; guard let v = Int(s) else { throw BankError.unknown(s) }; return v }
let results = ["1", "b", "3"].map { s -> Int in do { return try work(s) } catch { return -1 } }
print(results, log)
let ok = ["1", "2"].compactMap { try? work($0) }
print(ok)
do { let v = try ["1", "z"].map { try work($0) }; print(v) } catch { print("map failed: \(error)") }
