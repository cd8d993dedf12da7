func line(from a: Int, to b: Int) -> String { "\(a)-\(b)" }
print(line(to: 2, from: 1)) // rejected: argument 'from' must precede argument 'to'
