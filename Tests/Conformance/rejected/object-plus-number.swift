class S {}
let s = S()
print(s + 1) // rejected: cannot convert value of type; S; to expected argument type; Int
