enum E { case a(Int), b }
let e = E.b
switch e { case .a(let x, let y): print(x, y); case .b: break } // rejected: tuple pattern cannot match values of the non-tuple type 'Int'
