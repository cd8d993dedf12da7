func first() -> some Equatable { 1 }
func second() -> some Equatable { 1 }
print(first() == first())
print(first() == second()) // rejected: conflicting arguments to generic parameter; result type of 'first'
