struct E: Error { let c: Int }
func work(_ a: inout [Int], _ n: Int) throws -> Int { defer { a.append(-1) }; a.append(n); if n > 2 { defer { a.append(-2) }; throw E(c: n) }; for i in 0..<2 { defer { a.append(i * 100) }; if i == 1 { return n * 2 } }; return 0 }
var l: [Int] = []
for n in 1...4 { do { print(try work(&l, n)) } catch let e as E where e.c == 3 { print("three") } catch { print(error) } }
print(l, (try? work(&l, 9)) as Any, l.count)
let r = Result { try work(&l, 7) }
switch r { case .success(let v): print(v); case .failure(let e): print("fail", (e as! E).c) }
print(r.map { $0 + 1 }, Result<Int, E>.success(3).map { $0 * 2 }, (try? Result<Int, E>.failure(E(c: 1)).get()) as Any)
