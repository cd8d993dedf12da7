class Account: Equatable { // rejected: type 'Account' does not conform to protocol 'Equatable'
    var balance = 0
}
