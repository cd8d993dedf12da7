func f() throws -> Int { 1 }
let g: () -> Int = f // rejected: invalid conversion from throwing function of type '() throws -> Int' to non-throwing function type '() -> Int'
