func double(_ n: inout Int) { n *= 2 }
var value = 3
double(value) // rejected: passing value of type 'Int' to an inout parameter requires explicit '&'
print(value)
