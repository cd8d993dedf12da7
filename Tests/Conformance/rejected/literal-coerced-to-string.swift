let x = 10 as String // rejected: cannot convert value of type 'Int' to type 'String' in coercion
