func k(_ f: () -> Void) { let xs = [f]; xs[0]() } // rejected: non-escaping parameter; escaping
