func f() {}
func f() {} // rejected: invalid redeclaration of 'f()'
