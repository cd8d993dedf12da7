enum E { case a }
let e = E.b // rejected: type 'E' has no member 'b'
