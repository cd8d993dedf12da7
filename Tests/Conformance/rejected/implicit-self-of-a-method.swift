class Loader {
    var done: (() -> Void)?
    func finish() { print("finished") }
    func start() {
        done = { [weak self] in self?.finish() }
        done = {
            finish() // rejected: call to method 'finish' in closure requires explicit use of 'self'
        }
    }
}
