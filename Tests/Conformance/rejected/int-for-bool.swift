let b: Bool = 1 // rejected: integer literal value '1' cannot be used as a boolean
