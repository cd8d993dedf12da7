func square(_ x: Int) -> Int { x * x }
print(square(3))
print(square("3")) // rejected: cannot convert value of type 'String' to expected argument type 'Int'
