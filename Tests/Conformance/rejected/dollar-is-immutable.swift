[1].forEach { $0 += 1 } // rejected: left side of mutating operator isn't mutable: '$0' is immutable
