/// A run as JUnit XML, which CI systems show: a suite for each notebook, a case for each cell.
package enum JUnitReport {
    package static func text(of results: [NotebookResult]) -> String {
        let cases = results.map(cases)
        let failures = cases.joined().count { $0.contains("<failure") }
        let errors = cases.joined().count { $0.contains("<error") }
        let tests = cases.reduce(0) { $0 + $1.count }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"vencejo run\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(seconds(results.reduce(0) { $0 + $1.seconds }))\">\n"
        for (result, cases) in zip(results, cases) {
            text += "  <testsuite name=\"\(escaped(result.path))\" tests=\"\(cases.count)\" failures=\"\(cases.count { $0.contains("<failure") })\""
            text += " errors=\"\(cases.count { $0.contains("<error") })\" skipped=\"\(cases.count { $0.contains("<skipped") })\" time=\"\(seconds(result.seconds))\">\n"
            text += cases.joined() + "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func cases(_ result: NotebookResult) -> [String] {
        let name = escaped(result.path)
        var cases = result.cells.map { cell -> String in
            let start = "    <testcase classname=\"\(name)\" name=\"\(escaped("cell \(cell.number): \(cell.title)"))\" time=\"\(seconds(cell.seconds))\""
            guard cell.isFailure else { return start + "/>\n" }
            let first = cell.traceback.first ?? ""
            return start + ">\n      <failure message=\"\(escaped(first))\">\(escaped(cell.traceback.joined(separator: "\n")))</failure>\n    </testcase>\n"
        }
        let isUnexplained = !result.status.isGood && !result.cells.contains(where: \.isFailure)
        if isUnexplained {
            let what = result.message ?? "the notebook was \(result.status.rawValue)"
            cases.append("    <testcase classname=\"\(name)\" name=\"the notebook\" time=\"0.000\">\n      <error message=\"\(escaped(what))\"/>\n    </testcase>\n")
        }
        let done = result.cells.count
        if result.status != .upToDate, done < result.count {
            for number in (done + 1)...result.count {
                cases.append("    <testcase classname=\"\(name)\" name=\"cell \(number)\" time=\"0.000\"><skipped message=\"not run\"/></testcase>\n")
            }
        }
        return cases
    }

    private static func seconds(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in TerminalCodes.removed(from: text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            // XML has no place for these, not even as numbers.
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
