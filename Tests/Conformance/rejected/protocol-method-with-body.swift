protocol P { func f() { } } // rejected: protocol methods must not have bodies
