"""Work that does not end by itself in any reasonable time, one piece for each way to spend it."""

SETUP = """
let kept = 42
let x = Tensor.randomNormal([512, 16])
let y = x.sum(axis: 1, keepDims: true)
let model = Sequential { Dense(32, activation: .relu); Dense(1) }
model.compile(optimizer: SGD(learningRate: 0.001), loss: .meanSquaredError)
func endless(_ n: Int) -> Int { var i = n; while i >= 0 { i += 1 }; return i }
func deep(_ n: Int) -> Int { n < 2 ? n : deep(n - 1) + deep(n - 2) }
"""

# Each cell says "go" when the work begins; `{table}` is a file with 400,000 rows of three columns.
WORK = {
    "while": "print(\"go\")\nwhile true {}",
    "while with a body": "print(\"go\")\nvar n = 0\nwhile n >= 0 { n = (n + 1) % 1000 }",
    "repeat": "print(\"go\")\nvar n = 0\nrepeat { n += 0 } while n == 0",
    "for in a range": "print(\"go\")\nvar t = 0\nfor i in 0..<Int.max { t = i }",
    "for over an array": "let list = [Int](repeating: 1, count: 1000)\nvar t = 0\nprint(\"go\")\nwhile true { for e in list { t &+= e } }",
    "for over a sequence": "print(\"go\")\nvar t = 0\nfor i in stride(from: 0, to: Int.max, by: 2) { t = i }",
    "for with a condition": "print(\"go\")\nfor i in 0... where i < 0 { print(i) }",
    "function": "print(\"go\")\nendless(1)",
    "recursion": "print(\"go\")\ndeep(80)",
    "closure": "print(\"go\")\nlet f = { (n: Int) -> Int in var i = n; while i >= 0 { i += 1 }; return i }\nf(1)",
    "map": "print(\"go\")\nlet l = (0..<1_000_000_000).lazy.map { $0 &* 3 }.reduce(0) { $0 &+ $1 }\nl",
    "matrix products": "let big = Tensor.randomNormal([3000, 3000])\nvar m = big\nprint(\"go\")\nfor _ in 0..<1000 { m = big.matmul(m) }",
    "one matrix product": "let huge = Tensor.randomNormal([9000, 9000])\nprint(\"go\")\nlet product = huge.matmul(huge)",
    "fit": "print(\"go\")\nmodel.fit(x, y, epochs: 10_000_000, batchSize: 8, verbose: .silent)",
    "sort": "var l = (0..<3_000_000).map { ($0 &* 7919) % 3_000_017 }\nprint(\"go\")\nwhile true { l.sort { $0 > $1 }; l.sort { $0 < $1 } }",
    "sort without a closure": "let l = (0..<3_000_000).map { ($0 &* 7919) % 3_000_017 }\nprint(\"go\")\nwhile true { _ = l.sorted() }",
    "sorted tensor": "let r = Tensor.randomNormal([5_000_000])\nprint(\"go\")\nwhile true { _ = r.sorted() }",
    "sleep": "print(\"go\")\nsleep(1000)",
    "text": "print(\"go\")\nvar s = \"\"\nwhile true { s += \"a\"; if s.count > 1000 { s = \"\" } }",
    "reading a table": "print(\"go\")\nwhile true { _ = try readCSV(\"{table}\") }",
    "reading a file": "print(\"go\")\nwhile true { _ = try readText(\"{table}\") }",
    "splitting a file": "let whole = try readText(\"{table}\")\nprint(\"go\")\nwhile true { _ = whole.split(separator: \"\\n\") }",
}


def write_table(path):
    """Writes the file that two pieces of work read."""
    with open(path, "w") as file:
        file.write("a,b,c\n" + "1.5,2.25,name\n" * 400_000)


def cell(name, table):
    """The text of a piece of work."""
    return WORK[name].replace("{table}", str(table))
