protocol P { var d: Int { get } }
extension P { var d: Int { 1 } }
extension Int: P {}
extension Optional: P where Wrapped: P { var d: Int { self?.d ?? 0 } }
func w(_ x: any P) -> Int { x.d }
func s(_ x: some P) -> Int { x.d }
let e: Int???????????? = 1
print(w(e), s(e), w(Optional(Optional(Optional(1)))), s(Optional(Optional(Optional(1)))))
let c: any P = e
print(c.d, (e as Any) is any P, e == e)
