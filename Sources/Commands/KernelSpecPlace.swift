internal import ArgumentParser
internal import Glibc

/// Where a kernelspec lies, as `install` and `uninstall` are told.
struct KernelSpecPlace: ParsableArguments {
    @Flag(help: "For this user (the default).")
    var user = false

    @Option(help: "Under PREFIX/share/jupyter/kernels.")
    var prefix: String?

    @Flag(help: "In the Python environment that is active.")
    var sysPrefix = false

    @Option(help: "The kernel's name, as 'jupyter --kernel' takes it.")
    var name = "vencejo"

    func validate() throws {
        let places = (user ? 1 : 0) + (prefix == nil ? 0 : 1) + (sysPrefix ? 1 : 0)
        guard places <= 1 else {
            throw ValidationError("give one of --user, --prefix and --sys-prefix")
        }
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard allowed, !name.isEmpty, name != ".", name != ".." else {
            throw ValidationError(
                "a kernel's name is made of letters, digits, '.', '_' and '-', not '\(name)'")
        }
    }

    /// The kernelspec's folder.
    func folder() throws -> String {
        try dataFolder() + "/kernels/" + name
    }

    /// Jupyter's data folder, by the rules of jupyter_core.
    private func dataFolder() throws -> String {
        if let prefix { return Folder.absolute(prefix) + "/share/jupyter" }
        if sysPrefix {
            guard let environment = variable("VIRTUAL_ENV") ?? variable("CONDA_PREFIX") else {
                throw CommandFailure.unusable(
                    """
                    no Python environment is active: neither VIRTUAL_ENV nor CONDA_PREFIX is set
                    help: activate one, or give its folder with --prefix
                    """)
            }
            return environment + "/share/jupyter"
        }
        if let folder = variable("JUPYTER_DATA_DIR") { return folder }
        guard let home = variable("HOME") else {
            throw CommandFailure.unusable(
                "HOME is not set\nhelp: give a folder with --prefix")
        }
        #if os(macOS)
            return home + "/Library/Jupyter"
        #else
            return (variable("XDG_DATA_HOME") ?? home + "/.local/share") + "/jupyter"
        #endif
    }

    private func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
