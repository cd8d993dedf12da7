// A mixture is minded at the outermost level of a literal only; inside, it is Any.
let mixed = [[1, 2], [3, "a"]]
print(mixed, type(of: mixed))
let apart = [[1], ["a"]]
print(apart, type(of: apart))
let alone = [[1, "a"]]
print(alone, type(of: alone))
let deep = [[[1]], [["a"]]]
print(deep, type(of: deep))
let byName = ["a": [1], "b": [2, "c"]]
print(byName["b"]!, type(of: byName))
let records = [["k": 1, "n": "x"], ["k": 2]]
print(records.count, records[1]["k"]!, type(of: records))
let inner = ["a": ["b": 1], "c": ["d": "e"]]
print(inner["c"]!["d"]!, type(of: inner))
let holes = [[nil, 1], [2]]
print(holes, type(of: holes))
let finer = [[1, 2.5], [3, 4]]
print(finer, type(of: finer))
for row in [[1, 2], [3, "a"]] { print(row.count, row.last!) }
