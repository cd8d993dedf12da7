func describe(_ n: Int) -> String {
    switch n {
    case 0: return "zero"
    case 1, 2, 3: return "few"
    case 4...9: return "several"
    case 10..<100: return "tens"
    case let x where x < 0: return "negative \(x)"
    case 100...: return "many"
    default: return "never"
    }
}
for n in [0, 2, 5, 42, -3, 1000] { print(n, describe(n)) }
func kind(_ c: Character) -> String {
    switch c {
    case "a", "e", "i", "o", "u": return "vowel"
    case "a"..."z": return "consonant"
    case "0"..."9": return "digit"
    case " ": return "space"
    default: return "other"
    }
}
print("hi 4!".map { kind($0) })
switch "swift" {
case "python": print("snake")
case "swift": print("bird")
default: print("?")
}
switch 5 {
case 5:
    print("five")
    fallthrough
case 6:
    print("and six")
default:
    print("not here")
}
switch (3, -3) {
case (0, 0): print("origin")
case (let x, 0): print("x axis", x)
case (0, let y): print("y axis", y)
case let (x, y) where x == -y: print("diagonal", x, y)
case (1...5, _): print("near")
default: print("far")
}
switch 2.5 {
case 0..<1: print("fraction")
case 1...: print("at least one")
default: print("negative")
}
switch true {
case true: print("yes")
case false: print("no")
}
let point: (Int, Int)? = (1, 2)
switch point {
case nil: print("no point")
case (0, _)?: print("left")
case let (x, y)?: print("at", x, y)
}
