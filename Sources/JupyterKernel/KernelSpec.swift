/// What Jupyter reads to find and start the kernel: `kernel.json` and the logos.
public enum KernelSpec {
    /// The files of the kernelspec's folder.
    ///
    /// - Parameters:
    ///   - executable: path of `vencejo`.
    ///   - displayName: the name in launchers and menus.
    ///   - environment: variables the kernel is started with.
    public static func files(
        executable: String, displayName: String = "Swift (Vencejo)",
        environment: [(name: String, value: String)] = []
    ) -> [(name: String, bytes: [UInt8])] {
        []
    }
}
