func area(_ shape: String) -> Double {
    switch shape {
    case "square": return 1
    case "circle": return 3.14
    default: fatalError("unknown shape \(shape)") // traps: unknown shape blob
    }
}
print(area("square"), area("circle"))
print(area("blob"))
