protocol Payable { var amount: Double { get } }
struct Gift { var amount = 1.0 }
struct Bill: Payable { var amount = 2.0 }
func pay(_ one: any Payable) { print(one.amount) }
pay(Bill())
pay(Gift())  // rejected: argument type 'Gift' does not conform to expected type 'Payable'
