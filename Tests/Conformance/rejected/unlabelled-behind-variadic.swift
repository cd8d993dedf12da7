func f(_ a: Int..., _ b: Int) {} // rejected: a parameter following a variadic parameter requires a label
f(1, 2)
