let items = [1, 2]
if items.count { print("some") } // rejected: type 'Int' cannot be used as a boolean
