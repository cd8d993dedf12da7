let e = [[], []] // rejected: empty collection literal requires an explicit type
print(e)
