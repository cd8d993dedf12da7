var a: [Int] = []
a.append("x") // rejected: cannot convert value of type 'String' to expected argument type 'Int'
