enum Color { case red, green }
let favourite: Color = .red
print(favourite)
print(Color.blue) // rejected: type 'Color' has no member 'blue'
