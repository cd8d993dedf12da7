var names = ["a", "b"]
names.append("c")
names.append(4) // rejected: cannot convert value of type 'Int' to expected argument type 'String'
