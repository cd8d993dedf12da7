var d = ["a": 1]
d["a"] += 1 // rejected: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
