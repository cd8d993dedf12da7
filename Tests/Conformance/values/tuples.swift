let point = (3, 4)
print(point, point.0, point.1)
let named = (x: 1.5, y: -2.0)
print(named, named.x, named.y)
var person = (name: "Ada", born: 1815)
person.born += 1
person.name = "Ada Lovelace"
print(person)
let (name, born) = person
print(name, born)
let (onlyFirst, _) = point
print(onlyFirst)
let nested = ((1, 2), ("a", true))
print(nested, nested.0.1, nested.1.0)
let ((a, b), (c, d)) = nested
print(a, b, c, d)
print((1, 2) == (1, 2), (1, 2) < (1, 3), ("a", 5) > ("b", 1), (1, "x", 2.0) != (1, "x", 2.5))
func minMax(_ values: [Int]) -> (min: Int, max: Int)? {
    guard let first = values.first else { return nil }
    var result = (min: first, max: first)
    for value in values {
        if value < result.min { result.min = value }
        if value > result.max { result.max = value }
    }
    return result
}
if let found = minMax([3, 1, 4, 1, 5]) { print(found, found.min, found.max) }
print(minMax([]) as Any)
let list = [(1, "one"), (2, "two")]
for (number, word) in list { print(number, word) }
for pair in list { print(pair, pair.1) }
let unit: () = ()
print(unit)
var grid = [(row: 0, column: 0)]
grid.append((row: 1, column: 2))
grid[0].row = 5
print(grid)
let labelled: (a: Int, b: Int) = (1, 2)
let plain: (Int, Int) = labelled
print(plain, labelled)
