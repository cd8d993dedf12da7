class Account {
    let number: Int
    let kind = "open"
    init(_ n: Int) {
        number = n
        if n > 9 {
            number = 9  // rejected: immutable value 'self.number' may only be initialized once
        }
    }
}
print(Account(3).number)
