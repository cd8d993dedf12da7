struct Circle { var radius = 1.0; var area: Double { 3 * radius * radius } }
let circle = Circle()
print(circle.area)
print(circle.arae) // rejected: value of type 'Circle' has no member 'arae'
