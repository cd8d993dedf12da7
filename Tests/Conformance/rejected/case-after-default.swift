switch 3 {
default: print("other")
case 1: print("one") // rejected: additional 'case' blocks cannot appear after the 'default' block
}
