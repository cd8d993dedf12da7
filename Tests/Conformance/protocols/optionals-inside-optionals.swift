protocol P { var d: Int { get } }
extension P { var d: Int { 1 } }
extension Int: P {}
extension Optional: P where Wrapped: P { var d: Int { self?.d ?? 0 } }
func w(_ x: any P) -> Int { x.d }
func s(_ x: some P) -> Int { x.d }
print(w(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(1))))))))))))), s(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(1))))))))))))))
let c: any P = Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(Optional(1))))))))))))
let e: Int???????????? = 1
print(c.d, w(e), (e as Any) is any P, e == e)
