func f() { let y: Int; if Bool.random() { y = 1 }; print(y) } // rejected: constant 'y' used before being initialized
