let nothing = nil // rejected: 'nil' requires a contextual type
print(nothing)
