struct Account { var balance = 0 }
let account = Account()
print(account.balance)
account.balance = 5 // rejected: cannot assign to property; 'account' is a 'let' constant
