struct A { var i = 1; var b = B(); var l = [B()]; var e = [Int]() }
struct B { let c = "c"; var r = [1, 2] }
dump(A(), name: "a", indent: 3); dump(A(), maxDepth: 0); dump(A(), maxDepth: 1); dump(A(), name: "x", indent: 1, maxDepth: 2); dump(B(), maxDepth: 1); dump([1], maxDepth: 0); dump(Optional(B()), maxDepth: 1); dump(["a": 1], maxDepth: 1)
