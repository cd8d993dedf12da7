/// Why a file is no notebook this program can use.
package struct NotebookError: Error, Equatable {
    package enum Problem: Sendable, Equatable {
        case json(String)
        case wrongKind(JSONPath, expected: String, found: String)
        case missing(JSONPath, key: String)
        case unknownCellType(JSONPath, String)
        case unknownOutputType(JSONPath, String)
        case duplicateIdentifier(JSONPath, String, first: Int)
        case invalidBase64(JSONPath)
        case oldFormat(Int)
        case newFormat(Int)
        case notANotebook
    }

    package let problem: Problem
    /// Counted from 1.
    package let line: Int
    package let column: Int

    init(_ problem: Problem, line: Int, column: Int) {
        self.problem = problem
        self.line = line
        self.column = column
    }

    /// What is wrong and what can be done, without the file's name.
    package var message: String {
        switch problem {
        case .json(let text): "not valid JSON: \(text)"
        case .wrongKind(let path, let expected, let found):
            (path.steps.isEmpty ? "" : "\(path): ") + "expected \(expected), found \(found)"
        case .missing(let path, let key):
            path.steps.isEmpty ? "'\(key)' is missing" : "\(path): '\(key)' is missing"
        case .unknownCellType(let path, let name):
            "\(path): unknown cell type '\(name)'; cells are code, markdown or raw"
        case .unknownOutputType(let path, let name): "\(path): unknown output type '\(name)'"
        case .duplicateIdentifier(let path, let id, let first):
            "\(path): the identifier '\(id)' is taken by cells[\(first)]"
        case .invalidBase64(let path): "\(path): the data is not base64"
        case .oldFormat(let version):
            """
            this notebook has format \(version), which is no longer written since 2015
            help: convert it with 'jupyter nbconvert --to notebook --inplace FILE'
            """
        case .newFormat(let version):
            "this notebook has format \(version); formats 4.0 to 4.5 are known"
        case .notANotebook: "this JSON is no notebook: it has no 'nbformat' and no 'cells'"
        }
    }

    /// `FILE:LINE:COLUMN: error: MESSAGE`, as compilers write it.
    package func described(file: String) -> String {
        "\(file):\(line):\(column): error: \(message)"
    }
}
