func cost(_ n: Int) -> Int {
    if n > 1 {
        let whole = n * price  // rejected: use of local variable 'price' before its declaration
        let price = 2
        return whole + price
    }
    return 0
}
print(cost(3))
