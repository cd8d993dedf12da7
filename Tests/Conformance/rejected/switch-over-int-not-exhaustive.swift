switch 3 { case 1: print(1) } // rejected: switch must be exhaustive
