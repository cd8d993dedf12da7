struct Account { let owner: String; var balance = 0 }
var account = Account(owner: "Ada")
account.balance = 5
account.owner = "Bob" // rejected: cannot assign to property; 'owner' is a 'let' constant
