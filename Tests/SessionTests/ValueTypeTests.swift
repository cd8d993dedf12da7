import Session
import Testing

/// Enums, generic structs, patterns and errors: programs with what they print, and what goes wrong in them.
@Suite struct ValueTypeTests {
    @Test(arguments: [
        ("enum C: String, CaseIterable { case red, green = \"G\" }\nprint(C.allCases, C.green.rawValue, C(rawValue: \"red\")!, C(rawValue: \"x\") as Any)", "[C.red, C.green] G red nil\n"),
        ("indirect enum E { case n(Int), add(E, E)\n func eval() -> Int { switch self { case .n(let v): v; case let .add(a, b): a.eval() + b.eval() } } }\nlet e = E.add(.n(2), .n(3))\nprint(e.eval(), e)", "5 add(E.n(2), E.n(3))\n"),
        ("enum S: Comparable { case s, m, l(Int) }\nprint(S.s < .l(1), S.l(2) < .l(1), [S.l(1), .s].min()!)", "true false s\n"),
        ("struct Stack<T> { var items: [T] = []\n mutating func push(_ x: T) { items.append(x) } }\nvar s = Stack<Int>()\ns.push(3)\nprint(s, [s])", "Stack<Int>(items: [3]) [Stack<Swift.Int>(items: [3])]\n"),
        ("struct O { enum K { case a, b(x: Int) }\n struct I { var k = K.a } }\nprint(O.I(), [O.K.b(x: 1)])", "I(k: O.K.a) [O.K.b(x: 1)]\n"),
        ("struct P { static var made = { print(\"first\"); return 1 }()\n lazy var twice: Int = P.made * 2\n var n = 0 { willSet { print(\"to\", newValue) } didSet { print(\"from\", oldValue) } } }\nvar p = P()\nprint(p.twice)\np.n = 5", "first\n2\nto 5\nfrom 0\n"),
        ("enum E: Error { case a(Int), b }\nfunc f(_ n: Int) throws -> Int { defer { print(\"out\", n) }\n if n > 1 { throw E.a(n) }\n return n }\ndo { print(try f(1), try f(2)) } catch E.a(let n) { print(\"a\", n) } catch { print(error) }\nprint(try? f(3), (try? f(0)) ?? -1)", "out 1\nout 2\na 2\nout 3\nout 0\nnil 0\n"),
        ("enum E: Error { case a }\nlet r = Result { () throws -> Int in throw E.a }\nprint(r)\nif case .failure(let e) = r { print(e) }", "failure(E.a)\na\n"),
        ("enum S { case c(r: Int), q(side: Int), none }\nfor s in [S.c(r: 1), .q(side: 2), .none] {\n switch s {\n case .c(let d), .q(let d): print(d)\n case .none: print(0)\n }\n}\nfor case .c(let r) in [S.none, .c(r: 7)] { print(r) }", "1\n2\n0\n7\n"),
        ("let t: (Int, Int?) = (1, 2)\nswitch t {\ncase (1, let x?) where x > 5: print(\"big\")\ncase (_, nil): print(\"none\")\ncase (let a, .some(let b)): print(a, b)\n}", "1 2\n"),
        ("func f(_ a: @autoclosure () -> Bool) -> Bool { print(\"asked\"); return a() }\nvar x = 1\nlet g = { [x, y = x + 1] in x + y }\nx = 9\nprint(f(x > 3), g())", "asked\ntrue 3\n"),
        ("struct T { var c: Int\n init(c: Int) { self.c = c }\n init?(_ s: String) { guard let v = Int(s) else { return nil }\n  self.init(c: v) } }\nprint(T(\"4\")!, T(\"x\") as Any)", "T(c: 4) nil\n"),
        ("var c = 0 { didSet { print(oldValue, c) } }\nvar f: Int { get { c * 2 } set { c = newValue / 2 } }\nf = 8\nc += 1\nprint(f)", "0 4\n4 5\n10\n"),
        ("enum Color { case red, blue }\nlet c: Color = .blue\nprint(c, c == .red)", "blue false\n"),
    ])
    func aProgramPrints(_ program: String, _ expected: String) throws {
        #expect(try output(of: program) == expected)
    }

    @Test(arguments: [
        ("enum D { case n, s, w(Int) }\nlet d = D.n\nswitch d { case .n: print(1); case .w(0): print(2) }", "switch must be exhaustive"),
        ("enum L { case e, n(Int, L) }", "recursive enum 'L' is not marked 'indirect'"),
        ("enum C { case red }\nlet c: C = .rod", "type 'C' has no member 'rod'"),
        ("struct E: Error {}\nfunc f() { throw E() }", "error is not handled because the enclosing function is not declared 'throws'"),
        ("struct E: Error {}\nfunc f() throws {}\nfunc g() { do { try f() } catch is E { print(1) } }", "errors thrown from here are not handled because the enclosing catch is not exhaustive"),
        ("struct S<T> { var x: T }\nlet s = S<Int, Int>(x: 1)", "generic type 'S' specialized with too many type parameters (got 2, but expected 1)"),
        ("func p<T>(_ x: T, _ n: Int) -> Int { n == 0 ? 0 : p([x], n - 1) }\nprint(p(1, 3))", "'p(_:_:)' would be needed for ever larger types"),
        ("struct A { lazy var x = 5 }\nlet a = A()\nprint(a.x)", "cannot use mutating getter on immutable value: 'a' is a 'let' constant"),
    ])
    func aMistakeIsNamed(_ program: String, _ message: String) {
        #expect(Session().execute(program, name: "cell", host: Recorder()).error?.message == message)
    }

    @Test func anUncaughtErrorSaysWhereItWasThrown() {
        let program = "enum E: Error { case bad(code: Int) }\nfunc f() throws { throw E.bad(code: 5) }\nfunc g() throws { defer { print(1) }\n try f() }\ntry g()"
        let session = Session()
        let error = session.execute(program, name: "cell", host: Recorder()).error
        #expect(error?.message == "E.bad(code: 5)")
        #expect(error?.traceback.first?.hasPrefix("cell:2:19") ?? false, "\(error?.traceback ?? [])")
        #expect(session.execute("print(1)", name: "next", host: Recorder()).error == nil)
    }

    @Test func aFaultInDeferKeepsTheSession() {
        let session = Session()
        let first = session.execute("var n = 1\nfunc f() { defer { print([1][3]) }\n n = 2 }\nf()", name: "cell", host: Recorder())
        #expect(first.error?.name == "IndexError")
        #expect(session.execute("precondition(n == 2)", name: "next", host: Recorder()).error == nil)
    }
}
