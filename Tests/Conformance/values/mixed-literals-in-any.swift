let list: [Any] = [1, [3, "four"], ["a": 1, "b": "x"], (1, "t")]
print(list[1], list[3])
let values: [String: Any] = ["a": 1, "b": [1, "x"], "c": [2.5, [true, "deep"]]]
print(values["b"]!, values["c"]!)
let whole: Any = [1, "x"]
print(whole)
