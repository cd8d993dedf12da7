let numbers = [1, 2, 3]
let evens = numbers.filter { n -> Int in n % 2 } // rejected: 'Int'; 'Bool'
print(evens)
