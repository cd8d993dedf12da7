var d = ["a": 1]
d["b"] = "x" // rejected: cannot assign value of type 'String' to subscript of type 'Int'
