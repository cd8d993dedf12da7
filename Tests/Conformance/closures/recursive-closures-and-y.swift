var factorial: (Int) -> Int = { _ in 0 }
factorial = { n in n <= 1 ? 1 : n * factorial(n - 1) }
print(factorial(10))
func fix<A, B>(_ f: @escaping (@escaping (A) -> B) -> (A) -> B) -> (A) -> B { { x in f(fix(f))(x) } }
let fib = fix { (me: @escaping (Int) -> Int) in { n in n < 2 ? n : me(n - 1) + me(n - 2) } }
print((0...12).map(fib))
struct Tree { let value: Int; let children: [Tree] }
let tree = Tree(value: 1, children: [Tree(value: 2, children: [Tree(value: 4, children: [])]), Tree(value: 3, children: [])])
func walk(_ t: Tree, depth: Int = 0, visit: (Int, Int) -> Void) {
    visit(t.value, depth)
    t.children.forEach { walk($0, depth: depth + 1, visit: visit) }
}
var total = 0
walk(tree) { value, depth in
    print(String(repeating: "  ", count: depth) + "\(value)")
    total += value * depth
}
print(total)
func sum(_ t: Tree) -> Int { t.value + t.children.map(sum).reduce(0, +) }
print(sum(tree))
