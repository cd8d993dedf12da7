func h() rethrows { print(1) }  // rejected: 'rethrows' function must take a throwing function argument
h()
