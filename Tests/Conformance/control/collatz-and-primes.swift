// Loops that decide for themselves when to stop.
func collatz(_ start: Int) -> [Int] {
    var n = start
    var path = [n]
    while n != 1 {
        n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1
        path.append(n)
    }
    return path
}
print(collatz(6), collatz(1))
print((1...30).max { collatz($0).count < collatz($1).count }!)
func sieve(upTo limit: Int) -> [Int] {
    var isPrime = [Bool](repeating: true, count: limit + 1)
    isPrime[0] = false
    isPrime[1] = false
    var i = 2
    while i * i <= limit {
        if isPrime[i] {
            for multiple in stride(from: i * i, through: limit, by: i) { isPrime[multiple] = false }
        }
        i += 1
    }
    return isPrime.indices.filter { isPrime[$0] }
}
print(sieve(upTo: 50))
func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}
print(gcd(48, 36), gcd(17, 5), gcd(0, 9))
var fib = [1, 1]
repeat { fib.append(fib[fib.count - 1] + fib[fib.count - 2]) } while fib.last! < 100
print(fib)
var guess = 1.0
while abs(guess * guess - 2) > 1e-12 { guess = (guess + 2 / guess) / 2 }
print(guess)
let digits = String(987_654).reversed().map { Int(String($0))! }
print(digits, digits.reduce(0, +))
