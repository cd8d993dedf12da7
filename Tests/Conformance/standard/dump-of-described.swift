final class C: CustomStringConvertible { var description: String { "c!" }; var x = 1 }
enum F: CustomStringConvertible { case a, b(Int); var description: String { "f" } }
enum G: CustomDebugStringConvertible { case a(String); var debugDescription: String { "debug" } }
dump(C())
dump([C()])
dump([F.a, .b(2)])
dump(G.a("x"))
