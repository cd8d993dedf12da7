override func f() {} // rejected: 'override' can only be specified on class members
