let d: [String: Any] = ["a": 1]
print(d["a"]! + 1) // rejected: cannot convert value of type; Any; to expected argument type; Int
