let n = 3
switch n { // rejected: switch must be exhaustive
case 0: print("zero")
case 1...9: print("small")
}
