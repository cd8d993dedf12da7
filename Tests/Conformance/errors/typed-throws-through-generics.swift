// The type of what is thrown goes through generic functions, closures, stored functions and results.
enum ParseError: Error, Equatable { case empty, bad(String) }
struct Other: Error {}
func f<E: Error>(_ body: () throws(E) -> Void) throws(E) { try body() }
func g() throws(ParseError) { throw .bad("x") }
do { try f { () throws(ParseError) in throw .empty } } catch { let e: ParseError = error; print(e) }
do { try f(g) } catch { switch error { case .empty: print("empty"); case .bad(let s): print("bad", s) } }
f { print("never throws") }
func m<T, R, E: Error>(_ x: T, _ t: (T) throws(E) -> R) throws(E) -> R { try t(x) }
print(m(3) { $0 + 1 })
do { print(try m("12") { (s: String) throws(ParseError) -> Int in guard let n = Int(s) else { throw .bad(s) }; return n }) } catch { print(error == .empty) }
do { print(try m("zz") { (s: String) throws(ParseError) -> Int in guard let n = Int(s) else { throw .bad(s) }; return n }) } catch { print(error == .bad("zz")) }
extension Array { func each<E: Error>(_ body: (Element) throws(E) -> Void) throws(E) { for x in self { try body(x) } } 
 func mapped<R, E: Error>(_ t: (Element) throws(E) -> R) throws(E) -> [R] { var r: [R] = []; for x in self { r.append(try t(x)) }; return r } }
[1, 2].each { print($0) }
do { try [1, 2].each { (x: Int) throws(ParseError) in if x == 2 { throw .bad("two") }; print(x) } } catch { print(error) }
print([1,2].mapped { $0 * 2 })
func parse(_ s: String) throws(ParseError) -> Int { if s.isEmpty { throw .empty }; guard let n = Int(s) else { throw .bad(s) }; return n }
do { print(try ["1", "2"].mapped(parse)) ; print(try ["1", "q"].mapped(parse)) } catch { let e: ParseError = error; print("E", e) }
do { let r = try ["1", ""].map(parse); print(r) } catch { let e: ParseError = error; print("map", e) }
struct Box<E: Error> { var run: () throws(E) -> Int; func get() throws(E) -> Int { try run() } }
let b = Box<ParseError>(run: { () throws(ParseError) -> Int in throw .empty })
do { print(try b.get()) } catch { print(error) }
let nb = Box<Never>(run: { 5 })
print(nb.get())
let ab = Box<any Error>(run: { throw Other() })
do { print(try ab.get()) } catch { print(error) }
func r(_ b: () throws -> Int) rethrows -> Int { try b() }
print(r { 4 })
do { _ = try r { () throws(ParseError) -> Int in throw .empty } } catch { print(error) }
let res: Result<Int, ParseError> = Result { () throws(ParseError) -> Int in try parse("x") }
print(res)
do { print(try res.get()) } catch { print(error == .bad("x")) }
func conv<T, E: Error>(_ r: Result<T, E>) throws(E) -> T { switch r { case .success(let v): return v; case .failure(let e): throw e } }
do { _ = try conv(res) } catch { let e: ParseError = error; print("conv", e) }
let fn: () throws(ParseError) -> Void = { () throws(ParseError) in throw .empty }
do { try f(fn) } catch { print(error == .empty) }
do { try f { throw Other() } } catch { print(type(of: error), error) }
func two<E: Error>(_ a: () throws(E) -> Void, _ b: () throws(E) -> Void) throws(E) { try a(); try b() }
do { try two({ () throws(ParseError) in }, { () throws(ParseError) in throw .bad("b") }) } catch { print(error == .bad("b")) }
do throws(ParseError) { _ = try parse("") } catch { print(error) }
func nested() throws(ParseError) -> Int { try m("9") { s throws(ParseError) in try parse(s) } }
do { print(try nested()) } catch { print(error) }
func opt<E: Error>(_ e: E?) throws(E) { if let e { throw e } }
do { try opt(ParseError.empty) } catch { let e: ParseError = error; print(e) }
