@discardableResult var x = 1 // rejected: '@discardableResult' attribute cannot be applied to this declaration
