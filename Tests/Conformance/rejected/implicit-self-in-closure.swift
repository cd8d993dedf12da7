final class Timer {
    var ticks = 0
    var handlers: [() -> Void] = []
    func onTick(_ handler: @escaping () -> Void) { handlers.append(handler) }
    func start() {
        [1, 2].forEach { ticks += $0 }
        let shown = { [self] in print(ticks) }
        shown()
        onTick { [weak self] in
            guard let self else { return }
            ticks += 1
        }
        onTick {
            ticks += 1  // rejected: reference to property 'ticks' in closure requires explicit use of 'self'
        }
    }
}
Timer().start()
