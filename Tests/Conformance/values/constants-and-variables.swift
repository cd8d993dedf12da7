// Names for values: `let` for good, `var` for now.
let pi = 3.14159
var radius = 2.0
print(pi, radius)
radius = 3
print(pi * radius * radius)
let first, second, third: Int
first = 1
second = first + 1
third = second * 2
print(first, second, third)
var (x, y) = (10, 20)
(x, y) = (y, x)
print(x, y)
let greeting = "Hello", name = "Ada"
print("\(greeting), \(name)!")
let `class` = "a keyword as a name"
print(`class`)
let café = 3, π = 3.14, 変数 = "name"
print(café, π, 変数)
var counter = 0
counter += 1; counter += 1
print(counter)
let delayed: String
if counter > 1 { delayed = "many" } else { delayed = "few" }
print(delayed)
var text: String
text = "assigned later"
text += "!"
print(text)
