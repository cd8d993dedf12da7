print([(1, 2)].max()!) // rejected: conform to; Comparable
