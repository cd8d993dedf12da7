while 1 < 2 { continue foo } // rejected: cannot find label 'foo' in scope
