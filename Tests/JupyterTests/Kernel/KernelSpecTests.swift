import Glibc
import JSON
import JupyterKernel
import JupyterMessaging
import Testing

@Suite("Kernelspec")
struct KernelSpecTests {
    @Test("kernel.json names the executable, the display name and the environment")
    func description() throws {
        let files = KernelSpec.files(
            executable: "/opt/my tools/vencejo", displayName: "Swift \"dev\"",
            environment: [("B", "1"), ("A", "2")])
        #expect(
            files.map(\.name)
                == ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])
        let spec = try JSONParser.parse(files[0].bytes)
        #expect(spec["argv"] == ["/opt/my tools/vencejo", "kernel", "{connection_file}"])
        #expect(spec["display_name"] == "Swift \"dev\"")
        #expect(spec["language"] == "swift" && spec["interrupt_mode"] == "message")
        #expect(spec["env"]?.object?.members.map(\.key) == ["B", "A"])
    }

    @Test("The logos are whole pictures")
    func logos() {
        for file in KernelSpec.files(executable: "vencejo").dropFirst() {
            if file.name.hasSuffix(".png") {
                #expect(file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
                #expect(file.bytes.suffix(8).starts(with: Array("IEND".utf8)))
            } else {
                #expect(String(decoding: file.bytes, as: UTF8.self).hasSuffix("</svg>\n"))
            }
        }
    }

    @Test("The copy in the binary is what lies in kernelspec/; scripts/make_kernelspec.py renews it")
    func copy() throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        for file in KernelSpec.files(executable: "vencejo") {
            let stream = try #require(fopen("/\(root)/kernelspec/\(file.name)", "r"))
            defer { fclose(stream) }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
            if file.name == "kernel.json" {
                // The layout may differ: the installed one is written anew.
                #expect(try JSONParser.parse(file.bytes) == JSONParser.parse(bytes))
            } else {
                #expect(file.bytes == bytes)
            }
        }
        for file in PythonPackage.files(version: "1") where file.path.hasSuffix(".py") {
            let stream = try #require(fopen("/\(root)/kernelspec/python/\(file.path)", "r"))
            defer { fclose(stream) }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
            #expect(file.bytes == bytes)
        }
    }
}
