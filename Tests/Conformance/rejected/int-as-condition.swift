if 1 { print("x") } // rejected: integer literal value '1' cannot be used as a boolean
