/// The small Python package that papermill and nbconvert load: how values are written in Swift, and Swift programs out
/// of notebooks.
public enum PythonPackage {
    /// The name of the distribution, as pip lists it.
    public static let name = "vencejo-jupyter"

    /// The files for the folder that Python's packages lie in, its description for pip among them, so that pip lists
    /// it and takes it away like any other.
    ///
    /// - Parameter version: the version of this program.
    public static func files(version: String) -> [(path: String, bytes: [UInt8])] {
        let information = "vencejo_jupyter-\(version).dist-info"
        var files = PythonFiles.all.map { ($0.name, Hexadecimal.bytes($0.hexadecimal)) }
        let described: [(String, String)] = [
            (
                "METADATA",
                """
                Metadata-Version: 2.1
                Name: \(name)
                Version: \(version)
                Summary: papermill parameters and nbconvert export for Vencejo's Swift notebooks
                License: Apache-2.0

                """
            ),
            (
                "entry_points.txt",
                """
                [papermill.engine]
                vencejo = vencejo_jupyter.papermill:Engine

                [nbconvert.exporters]
                swift = vencejo_jupyter.nbconvert:SwiftExporter

                """
            ),
            ("INSTALLER", "vencejo\n"),
            ("WHEEL", "Wheel-Version: 1.0\nGenerator: vencejo\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        ]
        files += described.map { ("\(information)/\($0.0)", Array($0.1.utf8)) }
        let record = files.map { "\($0.0),,\n" }.joined() + "\(information)/RECORD,,\n"
        files.append(("\(information)/RECORD", Array(record.utf8)))
        return files
    }
}

/// Bytes as generated sources hold them.
enum Hexadecimal {
    static func bytes(_ hexadecimal: StaticString) -> [UInt8] {
        let digits = "\(hexadecimal)".utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 0) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
