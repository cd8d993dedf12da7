struct C { var n = 0; func inc() { n += 1 } } // rejected: left side of mutating operator isn't mutable: 'self' is immutable
