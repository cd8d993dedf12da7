func word(_ n: Int) -> String {
    let s: String
    switch n {
    case 0: s = "zero"
    case 1: break
    default: s = "many"
    }
    return s // rejected: constant 's' used before being initialized
}
print(word(1))
