let words: [String]? = ["a"]
if let words { print(words[0]) }
print(words[0]) // rejected: value of optional type; must be unwrapped
