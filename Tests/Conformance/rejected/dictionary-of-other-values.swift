let d: [String: Any] = ["a": 1]
let e: [String: Int] = d // rejected: cannot assign value of type
print(e)
