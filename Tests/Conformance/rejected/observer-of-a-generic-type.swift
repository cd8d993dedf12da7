struct Box<T> { var v: T { didSet { print(v.nope) } } }  // rejected: value of type 'T' has no member 'nope'
