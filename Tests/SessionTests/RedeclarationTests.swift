import Bindings
import FoundationEssentials
import Language
import Session
import Testing

/// What cells declare again and again leaves nothing, and what still uses the old declarations goes on working.
@Suite struct RedeclarationTests {
    // MARK: Old values

    /// Declares all the names that the cases use, in another way, and much besides.
    private func redeclare(_ number: Int) -> String {
        let fillers = (0..<20).map { "struct Filler\($0) { var a = \(number); func f() -> Int { a } }" }.joined(separator: "\n")
        return """
            struct P { var other = \(number); func f() -> String { "new" } }
            class A { func name() -> String { "new" } }
            class B: A { override func name() -> String { "new B" } }
            protocol Shape { func other() -> Int }
            extension Shape { func kind() -> String { "new" } }
            struct Circle: Shape { func other() -> Int { \(number) } }
            struct Square: Shape { func other() -> Int { \(number) } }
            struct Box<T> { var other: T; func wrapped() -> Box<Box<T>> { Box<Box<T>>(other: Box(other: other)) } }
            enum Tree { case leaf, other(Int) }
            enum Failing: Error { case other }
            struct Outer { struct Inner { var z = 0 } }
            struct Countdown: Sequence, IteratorProtocol { mutating func next() -> String? { nil } }
            \(fillers)
            """
    }

    private struct Case: CustomTestStringConvertible {
        let name: String
        let setup: [String]
        let probe: String
        var testDescription: String { name }

        init(_ name: String, _ setup: String..., probe: String) {
            self.name = name
            self.setup = setup
            self.probe = probe
        }
    }

    private static let shapes = """
        protocol Shape { var area: Double { get }; func scaled(_ by: Double) -> Self; init(size: Double); static var sides: Int { get } }
        extension Shape { func kind() -> String { "a shape of \\(area)" } }
        struct Circle: Shape, Hashable { var r: Double; var area: Double { r * r * 3 }; func scaled(_ by: Double) -> Circle { Circle(r: r * by) }
            init(r: Double) { self.r = r }; init(size: Double) { r = size }; static var sides: Int { 0 } }
        struct Square: Shape { var s = 2.0; var area: Double { s * s }; func scaled(_ by: Double) -> Square { Square(s: s * by) }
            init(s: Double) { self.s = s }; init(size: Double) { s = size }; static var sides: Int { 4 } }
        """

    private static let cases = [
        Case(
            "members of a struct",
            """
            struct P: Hashable, Comparable, CustomStringConvertible {
                var x = 1
                var name = "p"
                static let zero = P(x: 0)
                static var made = 3
                var double: Int { get { 2 * x } set { x = newValue / 2 } }
                var description: String { "P<\\(x)>" }
                func f() -> String { "old \\(x)" }
                mutating func grow() { x += 1; P.made += 1 }
                func origin() -> P { P.zero }
                func count() -> Int { P.made }
                subscript(i: Int) -> Int { x + i }
                static func < (a: P, b: P) -> Bool { a.x < b.x }
                static func + (a: P, b: P) -> P { P(x: a.x + b.x) }
                func callAsFunction(_ k: Int) -> Int { k * x }
                func generic<T>(_ t: T) -> [T] { [t] }
            }
            var old = P()
            """,
            probe: "old.grow()\nold.double = 8\nprint(old, old.f(), old.origin(), old.count(), old[3], old < old, old + old, old(5), old.generic(old), Set([old, old]).count, [old: 1][old] ?? 0, old.hashValue == old.hashValue, [old, old.origin()].sorted())\ndebugPrint([old])"),
        Case(
            "classes, from above and below",
            """
            class A { var n = 1; weak var friend: A?; func name() -> String { "A\\(n)" }; deinit { print("gone", name()) } }
            class B: A { var m = 2; override func name() -> String { "B\\(m) over \\(super.name())" }; static let shared = B() ; func common() -> B { B.shared } }
            let a: A = B()
            let other = A()
            a.friend = other
            var list: [A]? = [A(), B()]
            func isB(_ x: A) -> Bool { x is B }
            func b(_ x: Any) -> A? { x as? B }
            """,
            probe: "print(a.name(), a.friend?.name() ?? \"\", isB(a), isB(other), list!.map { $0.name() }, type(of: a))\nlist = nil\nprint(b(a)?.n ?? 0)"),
        Case(
            "existentials", shapes,
            """
            let s: any Shape = Circle(r: 2)
            let all: [any Shape] = [Circle(r: 1), Square(s: 3)]
            let anything: [Any] = [Circle(r: 1), 3, Square(s: 1), [Square(s: 1)], (1, Circle(r: 4))]
            func describe(_ x: Any) -> String { if let c = x as? Circle { "circle \\(c.r)" } else if let s = x as? any Shape { "shape \\(s.area)" } else { "?" } }
            func some() -> some Shape { Square(s: 5) }
            func total<T: Shape>(_ x: [T]) -> Double { x.map(\\.area).reduce(0, +) }
            func open(_ x: any Shape) -> Double { x.scaled(2).area }
            let hidden = some()
            let optional: (any Shape)? = s
            """,
            probe: "print(s.area, s.kind(), s.scaled(2).area, all.map { $0.kind() }, anything, anything.map(describe), hidden.kind(), open(s), optional?.area ?? 0, some().scaled(2).kind())\nprint(total([hidden]), all.map { $0.scaled(3).area })"),
        Case(
            "types as values", shapes,
            """
            let kind: any Shape.Type = Circle.self
            let kinds: [any Shape.Type] = [Square.self, Circle.self]
            let anyKind: Any.Type = Square.self
            var boxed: Any = anyKind
            let circle: any Shape = Circle(r: 1)
            let dynamic = type(of: circle)
            """,
            """
            struct Holder { var kind: any Shape.Type }
            func later() -> () -> Double { let k: any Shape.Type = Square.self; return { k.init(size: 4).area } }
            let holder = Holder(kind: Circle.self)
            let held = later()
            let name = { "\\(dynamic)" }
            """,
            probe: "print(holder.kind.sides, held(), name(), kind.sides, kinds.map { $0.sides }, kind.init(size: 3).area, anyKind, boxed, dynamic, dynamic == kind, anyKind == kind, kinds[0].init(size: 2).kind())\n// What holds a type that may be any is counted for the whole process.\nboxed = 0"),
        Case(
            "generics",
            """
            struct P { var x = 1 }
            struct Box<T> { var value: T; func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(value: f(value)) }; var pair: (T, T) { (value, value) } }
            extension Box where T == Int { func doubled() -> Int { 2 * value } }
            func twice<T>(_ x: T) -> Box<[T]> { Box(value: [x, x]) }
            let box = Box(value: P())
            let number = Box(value: 4)
            """,
            probe: "print(box, box.pair, box.map { $0.x }.doubled(), number.doubled(), twice(box), twice(\"a\").map { $0.count }, number.map { Double($0) })"),
        Case(
            "closures and functions that know the type",
            """
            struct P { var x = 1; func f() -> Int { x } ; static func make(_ n: Int) -> P { P(x: n) } }
            var captured = P(x: 5)
            let closure = { captured.x += 1; return captured }
            let method = captured.f
            let maker = P.make
            let path = \\P.x
            func counter() -> () -> P { var p = P(x: 0); return { p.x += 1; return p } }
            let count = counter()
            func local() -> Any { struct L { var q = P() ; func g() -> Int { q.x + 1 } }; return L() }
            let l = local()
            struct Box { static var made = [3]; static let first = P(x: 7) }
            func made() -> Int { Box.made.append(4); return Box.made.count + Box.first.x }
            """,
            probe: "print(closure(), closure().f(), method(), maker(9), count(), count(), made(), captured[keyPath: path], l, local(), [3].map(maker))"),
        Case(
            "functions that call each other",
            """
            func even(_ n: Int) -> Bool { n == 0 ? true : odd(n - 1) }
            func odd(_ n: Int) -> Bool { n == 0 ? false : even(n - 1) }
            func depth(_ n: Int) -> Int { func inner(_ k: Int) -> Int { k == 0 ? 0 : 1 + inner(k - 1) }; return inner(n) }
            func apply<T>(_ x: T, _ n: Int) -> [T] { n == 0 ? [] : [x] + apply(x, n - 1) }
            """, "func depth(_ s: String) -> Int { s.isEmpty ? 0 : 1 + depth(String(s.dropFirst())) }",
            probe: "print(even(10), odd(7), depth(\"abc\"), apply(\"x\", 3), apply(2.5, 2))"),
        Case(
            "enums and errors",
            """
            indirect enum Tree { case leaf(Int); case node(Tree, Tree); var sum: Int { switch self { case .leaf(let n): n; case .node(let a, let b): a.sum + b.sum } } }
            enum Failing: Error, Equatable { case early(String); case late }
            let tree = Tree.node(.leaf(1), .node(.leaf(2), .leaf(3)))
            let error: any Error = Failing.early("x")
            func attempt(_ ok: Bool) throws -> Int { if ok { return 1 }; throw Failing.late }
            func outcome() -> Result<Int, Failing> { .failure(.early("r")) }
            func isLate(_ e: any Error) -> Bool { e as? Failing == .late }
            let result = outcome()
            """,
            probe: "print(tree.sum, tree, error, result, isLate(error))\ndo { _ = try attempt(false) } catch { print(error, isLate(error)) }"),
        Case(
            "collections of values",
            """
            struct P: Hashable { var x = 1 }
            class A { var p = P(x: 8) }
            let table: [P: [A]] = [P(x: 1): [A()], P(x: 2): []]
            let anyKeys: [AnyHashable: Any] = [P(x: 1): P(x: 2), "a": A()]
            let nested: [[P?]] = [[P(), nil]]
            let lazy = [P(x: 3), P(x: 4)].lazy.map { $0.x }
            let sequence = AnySequence([P(x: 5)])
            let tuple = (a: P(), b: A())
            """,
            probe: "print(table.count, table.keys.map(\\.x).sorted(), table.values.flatMap { $0 }.map { $0.p.x }, anyKeys.count, nested, Array(lazy), Array(sequence), tuple.a, tuple.b.p)\nfor (key, value) in anyKeys where key == AnyHashable(\"a\") { print((value as? P) == nil) }"),
        Case(
            "sequences of a cell",
            """
            struct Countdown: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { n -= 1; return n < 0 ? nil : n } }
            let down = Countdown(n: 4)
            """,
            probe: "print(Array(down), down.map { $0 * 2 }, down.reduce(0, +), down.contains(2), down.sorted(), zip(down, \"abc\").map { $0.0 })\nfor i in down { print(i) }"),
        Case(
            "extensions of the library",
            """
            struct P { var x = 1 }
            protocol Shape { func area() -> Int }
            extension Shape { func kind() -> String { "of \\(area())" } }
            extension Int: Shape { func area() -> Int { self } ; func asP() -> P { P(x: self) } }
            extension Array where Element == Int { var total: P { P(x: reduce(0, +)) } }
            let three: any Shape = 3
            """,
            probe: "print(3.asP(), [1, 2].total, three.kind(), three)"),
        Case(
            "variables with observers, and nested types",
            """
            struct P { var x = 1 { didSet { print("x", oldValue, x) } } ; lazy var later = x * 10 }
            struct Outer { struct Inner { var z = 7; enum E { case a, b }; var e = E.b } ; var i = Inner(); static let s = Inner(z: 9) ; func same() -> Inner { Outer.s } }
            var watched = P() { didSet { print("watched", oldValue.x, watched.x) } }
            var o = Outer()
            """,
            probe: "watched.x = 5\nprint(watched.later)\no.i.z = 8\nprint(o, o.i.e, o.same())"),
        Case(
            "models",
            """
            struct Net: Layer { var first = Dense(4); var last = Dense(1); func callAsFunction(_ x: Tensor) -> Tensor { last(first(x)) } }
            setRandomSeed(1)
            var net = Net()
            let x = Tensor.ones(2, 3)
            _ = net(x)
            """, "struct Net { var other = 1 }",
            probe: "print(net(x).shape, net.first.parameterCount)\nprint(net)"),
    ]

    /// What the probe prints where the names were declared again so many times.
    private func printed(_ one: Case, redeclared times: Int) throws -> String {
        let session = Session()
        for cell in one.setup { _ = try output(of: cell, session: session) }
        for number in 0..<times { _ = try output(of: redeclare(number), session: session) }
        return try output(of: one.probe, session: session)
    }

    @Test(arguments: cases) private func oldValuesGoOnWorking(_ one: Case) throws {
        let expected = try printed(one, redeclared: 1)
        #expect(!expected.isEmpty)
        #expect(try printed(one, redeclared: 12) == expected)
    }

    @Test func oldValuesAreSavedAsBefore() throws {
        func saved(redeclared times: Int) throws -> String {
            let session = Session()
            let file = FileManager.default.temporaryDirectory.appending(path: "vencejo-redeclared-\(UUID().uuidString).session").path
            defer { try? FileManager.default.removeItem(atPath: file) }
            _ = try output(of: "struct P { var x = 3 }\nlet old = P()\nlet list: [Any] = [P(), 1]\nfunc f() -> Int { old.x }\nlet n = 4", session: session)
            for number in 0..<times { _ = try output(of: redeclare(number), session: session) }
            let said = try output(of: "%session save \(file)", session: session)
            let other = Session()
            _ = try output(of: "%session load \(file)", session: other)
            return try said.replacing(file, with: "FILE") + output(of: "print(n)", session: other)
        }
        #expect(try saved(redeclared: 12) == saved(redeclared: 1))
    }

    // MARK: What stays

    private func interpreter() throws -> Interpreter {
        let library = Library(read: { nil })
        let machine = try Machine(interruptFlag: Library.attentionFlag)
        library.attach(machine)
        return Interpreter(table: library.table, machine: machine)
    }

    private func run(_ cell: String, _ interpreter: Interpreter) throws -> CellResult? {
        interpreter.forgetUnreached()
        return try interpreter.run(interpreter.prepare(SourceText(name: "cell", text: cell)))
    }

    private static let repeated = [
        "struct P { var x = N; var y = 2.0 }\nP().x",
        "final class Node { var next: Node?; var n = N }\nlet node = Node()\nnode.next == nil",
        "class A { static let shared = A(); func f() -> Int { N } }\nclass B: A { override func f() -> Int { super.f() + 1 } }\nlet a: A = B()\na.f() + A.shared.f()",
        "protocol Shape { func area() -> Int }\nextension Shape { func twice() -> Int { 2 * area() } }\nstruct C: Shape { func area() -> Int { N } }\nlet s: any Shape = C()\ns.twice()",
        "protocol Shape { func area() -> Int }\nextension Int: Shape { func area() -> Int { self } }\nlet s: any Shape = N\ns.area()",
        "struct Box<T> { var v: T; func get() -> T { v } }\nfunc pick<T>(_ b: Box<T>) -> T { b.get() }\npick(Box(v: N))",
        "enum E: Hashable { case a, b(Int) }\nlet e = [E.b(N): 1]\ne.count",
        "struct R: Hashable, CustomStringConvertible { var a = N; var description: String { \"R\\(a)\" }; static let z = R() }\nlet all: [Any] = [R(), Set([R()])]\nlet f = { R(a: 1).description }\n\"\\(all) \\(f())\".count",
        "func fact(_ n: Int) -> Int { n < 2 ? 1 : n * fact(n - 1) }\nfact(5)",
        "func fact(_ n: Double) -> Double { n < 2 ? 1 : n * fact(n - 1) }\nfact(5)",
        "func g<T>(_ a: T, _ n: Int) -> [T] { n == 0 ? [] : [a] + g(a, n - 1) }\ng(N, 2).count",
        "var watched = N { didSet { print(watched) } }",
        "extension Int { func twice() -> Int { self * 2 } }\nN.twice()",
        "struct Q { var x = 1 }\nlet q = Q()\nlet t = type(of: q)\n\"\\(t)\".count",
        "protocol Kind {}\nstruct Q: Kind { var x = 1 }\nlet q: any Kind = Q()\nprint(type(of: q))",
        "struct F { var x = 1; func wrong() -> Int { \"a\" } }",
    ]

    @Test(arguments: repeated) func whatIsDeclaredAgainLeavesNothing(_ cell: String) throws {
        let interpreter = try interpreter()
        // Types are known to the process, those of other sessions too.
        let others = Type.count
        var most: [[Int]] = []
        for round in 0..<4 {
            var largest = [0, 0, 0, 0, 0, 0, 0]
            for number in 0..<150 {
                _ = try? run(cell.replacing("N", with: String(number)).replacing("\(number)ode", with: "Node"), interpreter)
                let now = interpreter.environment.remembered
                let counts = [now.nominals, now.functions, now.parameters, now.tables, now.dispatches, now.observedGlobals, Type.count - others]
                largest = zip(largest, counts).map { max($0, $1) }
            }
            if round > 0 { most.append(largest) }
        }
        // Once as much as may lie there unused has been reached, there is no more of anything.
        for (first, last) in zip(most[0], most[2]) { #expect(last <= first + first / 20 + 4, "\(most)") }
    }

    /// A long life of a notebook: cells of all kinds by turns, each of which declares anew what others use.
    @Test func aThousandCellsLeaveNoMoreThanTheFirstHundreds() throws {
        let interpreter = try interpreter()
        let others = Type.count
        let more = [
            "var total = N\nvar list = [total, N + 1]\nlist.map { $0 * 2 }.reduce(0, +)", "func scaled(_ x: Int, by k: Int = N) -> Int { x * k }\nscaled(3)",
            "struct Point: Comparable { var x = N; static func < (a: Point, b: Point) -> Bool { a.x < b.x } }\nvar points = [Point(), Point(x: 1)]\npoints.sorted().map(\\.x)",
            "typealias Pair<T> = (T, T)\nlet pair: Pair<Int> = (N, 1)\npair.0",
            "protocol A { var a: Int { get } }\nprotocol B { var b: Int { get } }\nstruct AB: A, B { var a = N, b = 2 }\nlet both: any A & B = AB()\nboth.a + both.b",
            "enum Token: Error { case wrong(Int) }\nfunc parse<E: Error>(_ body: () throws(E) -> Int) throws(E) -> Int { try body() }\ndo { _ = try parse { () throws(Token) in throw .wrong(N) } } catch { print(error) }",
            "struct Grid<T> { struct Cell { var value: T }; var cells: [Cell] = [] }\nvar grid = Grid<Int>()\ngrid.cells.append(Grid.Cell(value: N))\ngrid.cells.count",
        ]
        let cells = Self.repeated + more
        var windows: [[Int]] = []
        for number in 0..<1_000 {
            if number % 250 == 0 { windows.append(Array(repeating: 0, count: 9)) }
            let cell = cells[number % cells.count].replacing("N", with: String(number)).replacing("\(number)ode", with: "Node")
            // Some of the cells are wrong on purpose.
            _ = try? run(cell, interpreter)
            let now = interpreter.environment.remembered
            let counts = [now.nominals, now.functions, now.parameters, now.tables, now.dispatches, now.observedGlobals, now.compositions, now.names, Type.count - others]
            windows[windows.count - 1] = zip(windows[windows.count - 1], counts).map { max($0, $1) }
        }
        for (first, last) in zip(windows[1], windows[3]) { #expect(last <= first + first / 20 + 4, "\(windows)") }
        #expect(windows[3].allSatisfy { $0 < 4_000 }, "\(windows)")
    }

    @Test func aDebuggerCompilesOldMethodsAgain() throws {
        let interpreter = try interpreter()
        _ = try run("struct P { var x = 2; func f() -> Int { var y = x; y += 1; return y } }\nlet old = P()\nfunc g() -> Int { old.f() }", interpreter)
        for number in 0..<12 { _ = try run(redeclare(number), interpreter) }
        interpreter.machine.debugger.attach()
        let result = try run("g() + old.f()", interpreter)
        #expect(result?.slots[0] == 6)
        interpreter.machine.debugger.detach()
    }
}
