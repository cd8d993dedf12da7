let numbers = [-3, 4, Int.min]
for n in numbers { print(abs(n)) } // traps: overflow
