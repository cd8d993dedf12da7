var handler: ((Int) -> Int)? = { $0 + 1 }
print(handler?(1) ?? 0)
print(handler(1)) // rejected: value of optional type; must be unwrapped
