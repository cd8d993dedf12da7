struct Box<T> { var v: T { didSet { let x: Int = v } } }  // rejected: cannot convert value of type 'T' to specified type 'Int'
print(1)
