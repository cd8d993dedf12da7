let name: String = "Ada"
let age: Int = "36" // rejected: cannot convert value of type 'String' to specified type 'Int'
print(name, age)
