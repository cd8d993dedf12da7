let numbers = [3, 8, 1]
if let smallest = numbers.min(), let largest = numbers.max(), smallest < largest { print(smallest, largest) }
if let first = numbers.first, case 1...5 = first, first != 4 { print("first", first) }
var stack = [1, 2, 3]
while let top = stack.popLast() {
    if top == 1 { break }
    print("top", top)
}
print(stack)
var iterator = [10, 20, 30].makeIterator()
while let next = iterator.next() { print(next) }
let text = "12,x,7"
for part in text.split(separator: ",") {
    if let n = Int(part) { print("number", n) } else { print("not a number:", part) }
}
let dictionary = ["a": 1, "b": 2]
if let a = dictionary["a"], let b = dictionary["b"] { print(a + b) }
if dictionary["c"] == nil { print("no c") }
if let c = dictionary["c"] { print(c) } else if let b = dictionary["b"] { print("b instead", b) }
let x = Optional(3), y = Optional(4)
if let x, let y, x * x + y * y == 25 { print("five") }
let flag: Bool? = true
if flag == true { print("true") }
if flag ?? false { print("also") }
switch (x, y) {
case let (a?, b?): print(a + b)
case (nil, _), (_, nil): print("one is missing")
}
