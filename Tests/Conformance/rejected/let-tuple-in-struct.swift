struct S { let (a, b) = (1, 2) } // rejected: binding multiple 'let' stored properties from a single initializer expression in a struct is unsupported
