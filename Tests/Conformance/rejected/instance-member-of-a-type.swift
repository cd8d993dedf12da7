struct Account {
    var owner = "nobody"
    static func describe() -> String {
        "account of \(owner)" // rejected: instance member 'owner' cannot be used on type 'Account'
    }
}
