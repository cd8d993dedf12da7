func double(_ n: Int) -> Int { n * 2 }
print(double(4))
print(triple(4)) // rejected: cannot find 'triple' in scope
