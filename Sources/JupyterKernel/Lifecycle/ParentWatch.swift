import Glibc

/// Sees when the process that started the kernel has gone, so that no kernel outlives its frontend.
///
/// Jupyter names its process in `JPY_PARENT_PID`. Without that name nobody is watched: a kernel may be started
/// by a shell that ends before it.
struct ParentWatch {
    private let parent: pid_t
    private let isDirect: Bool

    init?() {
        guard let text = getenv("JPY_PARENT_PID"), let parent = pid_t(String(cString: text)), parent > 1 else { return nil }
        // A number that no process has is that of a parent which ended while the kernel started, when the kernel is an
        // orphan already; else it means nothing here, as inside a container.
        let exists = kill(parent, 0) == 0 || errno == EPERM
        guard exists || getppid() == 1 else { return nil }
        self.parent = parent
        isDirect = getppid() == parent
    }

    /// Whether the parent has gone.
    var isOrphaned: Bool {
        // A parent that has ended but was not waited for still has its number; but it is nobody's parent.
        if isDirect { return getppid() != parent }
        return kill(parent, 0) != 0 && errno == ESRCH
    }

    /// How often to look, in nanoseconds.
    static let interval: Int64 = 1_000_000_000
}
