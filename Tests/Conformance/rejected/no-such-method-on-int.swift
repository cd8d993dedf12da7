var x = 5
x.foo() // rejected: value of type 'Int' has no member 'foo'
