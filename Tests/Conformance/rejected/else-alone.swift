else { print(1) } // rejected: expected expression
