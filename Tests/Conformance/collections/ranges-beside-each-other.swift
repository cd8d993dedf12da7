print((1...3).overlaps(3..<5), (1..<3).overlaps(3...5), (1..<4).overlaps(2..<9), (1...2).overlaps(3...4))
print((1...3).overlaps(3..<3), (2..<2).overlaps(1...5), (0.5...1.5).overlaps(1.5..<2))
