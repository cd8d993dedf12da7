let n = 3
switch n {
case 1: // rejected: 'case' label in a 'switch' must have at least one executable statement
case 2: print("two")
default: print("other")
}
