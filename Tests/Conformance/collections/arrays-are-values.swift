var a = [1, 2, 3]
var b = a
b[0] = 100
b.append(4)
print(a, b)
func changed(_ x: [Int]) -> [Int] { var x = x; x[0] = -1; return x }
print(changed(a), a)
let c = a
a.removeAll()
print(c, a)
var rows = [[1, 2], [3, 4]]
var row = rows[0]
row[0] = 9
print(rows, row)
rows[1] = row
row[1] = 8
print(rows)
struct Box { var items: [Int] }
var box = Box(items: [1])
let saved = box
box.items += [2]
print(saved.items, box.items)
var closures: [() -> [Int]] = []
var shared = [0]
for i in 1...2 { let snapshot = shared; closures.append { snapshot + [i] }; shared.append(i) }
print(closures.map { $0() }, shared)
var dictionary = ["k": [1]]
let before = dictionary
dictionary["k"]!.append(2)
print(before["k"]!, dictionary["k"]!)
for x in shared { shared.append(x + 10) }
print(shared)
var grid = [[String]](repeating: [String](repeating: ".", count: 3), count: 2)
grid[0][1] = "x"
print(grid.map { $0.joined() })
class Ref { var n = 0 }
let refs = [Ref](repeating: Ref(), count: 2)
refs[0].n = 5
print(refs[1].n)
var t = ([1], 2)
var u = t
u.0.append(3)
print(t.0, u.0)
t.1 += 1
print(t.1, u.1)
(a, b) = (b, a)
print(a, b)
