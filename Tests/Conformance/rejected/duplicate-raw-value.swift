throw "error" // rejected: thrown expression type 'String' does not conform to 'Error'
