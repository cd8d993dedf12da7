func f(x: Int = "a") {} // rejected: default argument value of type 'String' cannot be converted to type 'Int'
