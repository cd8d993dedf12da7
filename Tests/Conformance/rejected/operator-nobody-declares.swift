struct Vec: Equatable {
    var x = 0.0
    static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x) }
}
func <+> (a: Vec, b: Vec) -> Vec { a + b }  // rejected: operator implementation without matching operator declaration
print(Vec(x: 1) + Vec(x: 2))
