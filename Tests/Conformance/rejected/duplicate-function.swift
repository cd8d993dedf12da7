func f(_ n: Int) -> Int { n }
func f(_ m: Int) -> Int { m + 1 } // rejected: invalid redeclaration of 'f'
print(f(1))
