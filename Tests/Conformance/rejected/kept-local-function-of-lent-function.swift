func schedule(_ action: () -> Void) -> () -> Void {
    func wrapped() {
        print("before")
        action()
    }
    wrapped()
    return wrapped  // rejected: escaping local function captures non-escaping parameter 'action'
}
schedule { print("now") }()
