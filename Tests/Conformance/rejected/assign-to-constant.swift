let limit = 10
var count = 0
while count < limit { count += 3 }
limit = 20 // rejected: cannot assign to value; 'limit' is a 'let' constant
