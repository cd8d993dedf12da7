var x = 1
x = x // rejected: assigning a variable to itself
