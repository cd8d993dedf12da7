internal import ArgumentParser
internal import Notebooks

/// Values for a notebook on the command line, and from a file.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: [.customShort("p"), .customLong("parameter")], parsing: .singleValue,
        help: ArgumentHelp(
            "Give the notebook a value, in a cell behind the one tagged 'parameters'; may be repeated.",
            valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        name: [.customLong("parameters")],
        help: ArgumentHelp("Give the notebook the values of a YAML or JSON file; -p wins over it.", valueName: "file"))
    var file: String?

    func parsed() throws -> Parameters {
        var result = Parameters()
        if let file { try add(file, to: &result) }
        for text in parameters where !result.add(text) {
            throw CommandFailure.unusable("'-p \(text)' gives no value to a name\nhelp: write -p NAME=VALUE")
        }
        return result
    }

    private func add(_ path: String, to result: inout Parameters) throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        let value: JSONValue
        do throws(YAMLError) {
            value = try YAMLReader.parse(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CommandFailure(text: "\(path):\(error.line): error: \(error.message)\n", status: 2)
        }
        if value == .null { return }
        guard let object = value.object else {
            throw CommandFailure.unusable("'\(path)' holds \(value.kind), not names with values\nhelp: write a line 'name: value' for each")
        }
        if let name = result.add(object) {
            throw CommandFailure.unusable("'\(path)' gives a value to '\(name)', which is no name in Swift")
        }
    }

    /// The options as they were given.
    var arguments: [String] {
        (file.map { ["--parameters", $0] } ?? []) + parameters.flatMap { ["-p", $0] }
    }
}
