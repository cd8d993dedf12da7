class Page {
    var title = "home"
    func show() { print(title) }
    func later() -> () -> Void {
        func now() { show() }
        now()
        return { show() }  // rejected: call to method 'show' in closure requires explicit use of 'self'
    }
}
Page().later()()
