print("s"..<"t", "a"..."b", ["s"..<"t"], 1..<2, [1...3], Character("a")..."c", 1.0..<2.5)
debugPrint("s"..<"t", 1...2)
print(Optional("a"..."b") as Any, (1..<2, "x"..<"y"))
print("\("p"..<"q")", String(describing: "s"..."t"), ("s"..<"t").description)
