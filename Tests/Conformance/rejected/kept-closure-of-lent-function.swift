var waiting: [() -> Void] = []
func twice(_ action: () -> Void) {
    action()
    let again = { print("again") }
    again()
}
func later(_ action: () -> Void) {
    waiting.append {  // rejected: escaping closure captures non-escaping parameter 'action'
        action()
    }
}
twice { print("now") }
later { print("then") }
