enum Shape { case circle(Double), square(Double) }
let s: Shape = .circle // rejected: member 'circle' expects argument of type 'Double'
print(s)
