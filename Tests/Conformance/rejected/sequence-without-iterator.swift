struct Primes: Sequence { // rejected: type 'Primes' does not conform to protocol 'Sequence'
    let limit = 10
}
for p in Primes() { print(p) }
