struct Multiple { let of: Int }
func ~= (pattern: Multiple, value: Int) -> Bool { value % pattern.of == 0 }
func ~= (pattern: (Int) -> Bool, value: Int) -> Bool { pattern(value) }
func isPrime(_ n: Int) -> Bool {
    guard n > 1 else { return false }
    var d = 2
    while d * d <= n {
        if n % d == 0 { return false }
        d += 1
    }
    return true
}
for n in 1...15 {
    switch n {
    case Multiple(of: 15): print("FizzBuzz", terminator: " ")
    case Multiple(of: 3): print("Fizz", terminator: " ")
    case Multiple(of: 5): print("Buzz", terminator: " ")
    case isPrime: print("p\(n)", terminator: " ")
    default: print(n, terminator: " ")
    }
}
print()
