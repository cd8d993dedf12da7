let x = (a: 1) // rejected: single-element tuple with an element label
print(x)
