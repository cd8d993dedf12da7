func double(_ n: Int) -> Int { n * 2 }
print(double(n: 4)) // rejected: extraneous argument label 'n:' in call
