enum Coin: Int { case one = 1, two = 2, five = 5
    static func change(_ amount: Int) -> [Coin] {
        var rest = amount, coins: [Coin] = []
        while rest > 0 {
            guard let coin = [Coin.five, .two, .one].first(where: { $0.rawValue <= rest }) else { break }
            coins.append(coin)
            rest -= coin.rawValue
        }
        return coins
    }
    init(value: Int) { guard let c = Coin(rawValue: value) else { preconditionFailure("no coin is worth \(value)") }; self = c } // traps: no coin is worth 3
}
print(Coin.change(9), Coin(value: 5))
print(Coin(value: 3))
