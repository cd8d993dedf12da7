var stored: (() -> Void)?
func k(_ f: () -> Void) { stored = f } // rejected: non-escaping parameter; escaping
