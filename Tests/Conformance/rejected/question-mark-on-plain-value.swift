let count = 5
if case let n? = Optional(count) { print(n) }
if case let n? = count {  // rejected: '?' pattern cannot match values of type 'Int'
    print("many")
}
