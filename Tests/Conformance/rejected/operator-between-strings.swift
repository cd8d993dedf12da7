print("a" - "b") // rejected: binary operator '-' cannot be applied to two 'String' operands
