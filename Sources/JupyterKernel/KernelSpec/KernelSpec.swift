internal import JSON
internal import JupyterMessaging

/// What Jupyter reads to find and start the kernel: `kernel.json` and the logos.
public enum KernelSpec {
    /// The name of the folder under `kernels`, which is how commands call the kernel.
    public static let name = "vencejo"

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
        KernelSpecFiles.all.map { file in
            let bytes = Hexadecimal.bytes(file.hexadecimal)
            guard file.name == "kernel.json" else { return (file.name, bytes) }
            return (
                file.name,
                description(
                    from: bytes, executable: executable, displayName: displayName,
                    environment: environment)
            )
        }
    }

    /// The executable that a `kernel.json` starts; nil where it is no such file.
    public static func executable(in description: [UInt8]) -> String? {
        (try? JSONParser.parse(description))?["argv"]?.array?.first?.string
    }

    /// `kernel.json` with what differs between installations.
    private static func description(
        from template: [UInt8], executable: String, displayName: String,
        environment: [(name: String, value: String)]
    ) -> [UInt8] {
        guard var object = (try? JSONParser.parse(template))?.object else { return template }
        let arguments = object["argv"]?.array ?? []
        object["argv"] = .array([.string(executable)] + arguments.dropFirst())
        object["display_name"] = .string(displayName)
        object["env"] = .object(
            JSONObject(environment.map { ($0.name, JSONValue.string($0.value)) }))
        return JSONWriter.bytes(.object(object), indent: 2) + [UInt8(ascii: "\n")]
    }
}
