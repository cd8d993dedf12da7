let scores = ["Ada": 3]
let bonus = scores["Ada"] + 1 // rejected: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
print(bonus)
