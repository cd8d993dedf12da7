let a = [1, 2, 3]
print(a.firstIndex(of: "x") as Any) // rejected: cannot convert value of type 'String' to expected argument type 'Int'
