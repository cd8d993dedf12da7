var x = 1
let readX = { x }
x = 5
print(readX())
let frozen = { [x] in x }
x = 10
print(readX(), frozen())
func counter() -> (() -> Int, () -> Void) {
    var n = 0
    return ({ n += 1; return n }, { n = 0 })
}
let (next, reset) = counter()
print(next(), next(), next())
reset()
print(next())
var closures: [() -> Int] = []
for i in 1...3 { closures.append { i * i } }
print(closures.map { $0() })
var shared = 0
var adders: [() -> Void] = []
for i in 1...3 { adders.append { shared += i } }
for add in adders { add() }
print(shared)
var w = 0
var later: [() -> Int] = []
while w < 3 { let copy = w; later.append { copy * 10 + w }; w += 1 }
print(later.map { $0() })
struct Point { var x: Int }
var p = Point(x: 1)
let seen = { p.x }
let copied = { [p] in p.x }
p.x = 9
print(seen(), copied())
let renamed = { [y = x * 2] in y + 1 }
x = 0
print(renamed())
var list = [1]
let grow = { list.append(list.count + 1) }
grow(); grow()
print(list)
func outer() -> () -> [Int] {
    var log: [Int] = []
    let one = { log.append(1) }
    let two = { one(); log.append(2) }
    two(); one()
    return { log }
}
print(outer()())
func makeStack() -> (push: (Int) -> Void, pop: () -> Int?) {
    var items: [Int] = []
    return (push: { items.append($0) }, pop: { items.popLast() })
}
let stack = makeStack()
stack.push(1); stack.push(2)
print(stack.pop() as Any, stack.pop() as Any, stack.pop() as Any)
