// rejected: single-element; label
let x = (a: 1)
print(x)
