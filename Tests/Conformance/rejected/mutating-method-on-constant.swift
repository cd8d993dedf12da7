struct Counter { var n = 0; mutating func up() { n += 1 } }
let counter = Counter()
counter.up() // rejected: cannot use mutating member on immutable value; 'counter' is a 'let' constant
print(counter.n)
