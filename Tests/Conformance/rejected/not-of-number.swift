let n = !5 // rejected: cannot convert value of type 'Int' to expected argument type 'Bool'
