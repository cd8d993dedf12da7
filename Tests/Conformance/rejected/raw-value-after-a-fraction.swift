enum Coin: Double { case penny = 0.01, nickel }  // rejected: enum case must declare a raw value when the preceding raw value is not an integer
print(Coin.nickel.rawValue)
