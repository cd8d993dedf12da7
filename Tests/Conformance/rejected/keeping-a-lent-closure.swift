var handlers: [() -> Void] = []
func register(_ handler: () -> Void) {
    handlers.append(handler) // rejected: converting non-escaping parameter 'handler'; may allow it to escape
}
