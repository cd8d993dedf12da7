func f() -> [Int] { var r: [Int] = []; for i in 0..<3 { defer { r.append(i) }; if i == 1 { continue }; r.append(i * 10) }; return r }
print(f())
struct Res { let n: String; init(_ n: String) { self.n = n; print("open", n) }; func close() { print("close", n) } }
func use() throws { let a = Res("a"); defer { a.close() }; let b = Res("b"); defer { b.close() }; throw CancellationErr() }
struct CancellationErr: Error {}
do { try use() } catch { print("caught", error) }
func early(_ n: Int?) -> String { defer { print("done") }; guard let n else { return "none" }; defer { print("n", n) }; return "\(n)" }
print(early(nil), early(3))
