var name = "Ada"
name = nil // rejected: 'nil' cannot be assigned to type 'String'
print(name)
