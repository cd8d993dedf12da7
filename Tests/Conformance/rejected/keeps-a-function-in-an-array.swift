// rejected: non-escaping; escaping
func k(_ f: () -> Void) { let xs = [f]; xs[0]() }
