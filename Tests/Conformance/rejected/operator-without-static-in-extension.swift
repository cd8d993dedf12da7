struct Money { var cents = 0 }
extension Money {
    func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) } // rejected: extension; static
}
print((Money(cents: 1) + Money(cents: 2)).cents)
