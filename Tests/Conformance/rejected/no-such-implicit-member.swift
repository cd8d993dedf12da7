enum Color { case red, green }
func paint(_ c: Color) { print(c) }
paint(.green)
paint(.purple) // rejected: type 'Color' has no member 'purple'
