protocol Visitor<R> { associatedtype R; func visit(_ n: Int) -> R }
protocol Node { func accept<T>(_ v: some Visitor<T>) -> T; func all<R>(_ v: any Visitor<R>) -> R }
struct Num: Node { let v: Int; func accept<T>(_ vis: some Visitor<T>) -> T { vis.visit(v) }; func all<R>(_ x: any Visitor<R>) -> R { x.visit(v) } }
struct Eval: Visitor { func visit(_ n: Int) -> Int { n } }
let e: any Node = Num(v: 1); print(e.accept(Eval())); print(e.all(Eval()))
