let word = "swift"
print(word.count)
print(word[0]) // rejected: 'subscript(_:)' is unavailable: cannot subscript String with an Int
