func double(_ n: Int) -> Int { n * 2 }
print(double(1, 2)) // rejected: extra argument in call
