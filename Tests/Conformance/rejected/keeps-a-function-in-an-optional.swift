// rejected: non-escaping; escaping
var stored: (() -> Void)?
func k(_ f: () -> Void) { stored = f }
