import DataFrames
import Tensors
import Testing

@Suite struct CSVTests {
    private func problem(_ text: String) -> String? {
        do {
            _ = try DataFrame(csvText: text)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `columns have the narrowest type that fits`() throws {
        let table = try DataFrame(
            csvText: "i,d,s,b,m\n1,0.5,x,true,\n-2,1e3,y,False,NA\n+3,4,,TRUE,\n")
        #expect(table.columns == ["i", "d", "s", "b", "m"])
        #expect(table.count == 3)
        #expect(table["i"] == Column("i", [1, -2, 3]))
        #expect(table["d"] == Column("d", [0.5, 1000, 4]))
        #expect(table["b"] == Column("b", [true, false, true]))
        #expect(table["s"].kind == .string)
        #expect(table["s"].missingCount == 1)
        #expect(table["m"].kind == .double)
        #expect(table["m"].missingCount == 3)
    }

    /// Large plain text is split in pieces by several threads; a quote sends the same rows through the other reader.
    @Test func `large text is read alike in pieces and byte by byte`() throws {
        let rows = (0..<120_000).map { "\($0),\(Double($0) / 8),w\($0 % 7),\($0 % 11 == 0 ? "" : "\($0 % 5)")" }
        let quoted = try DataFrame(csvText: "\"id\",x,c,v\n" + rows.joined(separator: "\n") + "\n")
        #expect(quoted.count == 120_000)
        for ending in ["\n", "\r\n"] {
            for last in ["", ending] {
                let plain = try DataFrame(csvText: (["id,x,c,v"] + rows).joined(separator: ending) + last)
                for name in quoted.columns { #expect(plain[name] == quoted[name]) }
            }
        }
        let uneven = (["id,x,c,v"] + rows + ["1,2,3"]).joined(separator: "\n")
        #expect(problem(uneven)?.contains("line 120002: 3 fields, the first row has 4") == true)
    }

    @Test func `numbers are the nearest ones, however they are written`() throws {
        let texts = [
            "0.1", "-0.000123456789", "9007199254740993.0", "123456789012345678", "-0", "5.", ".5",
            "1e300", "+1.5", "4.35", "2.2250738585072014e-308", "00012.50", "0.30000000000000004",
        ]
        let table = try DataFrame(csvText: "x\n" + texts.joined(separator: "\n"))
        let values = try #require(table["x"].numbers)
        #expect(values.map(\.bitPattern) == texts.map { (Double($0) ?? Double($0 + "0") ?? .nan).bitPattern })
    }

    @Test func `quotes protect separators, quotes and line ends`() throws {
        let table = try DataFrame(
            csvText: "\"a\",b\r\n\"1, \"\"one\"\"\",\"x\ny\"\r\n\"NA\",\"\"\r\n")
        #expect(table["a"] == Column("a", ["1, \"one\"", "NA"]))
        #expect(table["b"] == Column("b", ["x\ny", ""]))
        #expect(table["b"].missingCount == 0)
    }

    @Test func `a byte order mark, other separators and empty lines are understood`() throws {
        let table = try DataFrame(csvText: "\u{feff}a;b\n1;2\n\n3;4\n\n", separator: ";")
        #expect(table.columns == ["a", "b"])
        #expect(table["b"] == Column("b", [2, 4]))
        #expect(try DataFrame(csvText: "a\n1\n\n3")["a"].missingCount == 1)
    }

    @Test func `numbers too long for Int are Double, words are text`() throws {
        let table = try DataFrame(csvText: "a,b,c\n99999999999999999999,0x10,1e400\n1,2,3\n")
        #expect(table["a"].kind == .double)
        #expect(table["b"].kind == .string)
        #expect(table["c"] == Column("c", [.infinity, 3]))
    }

    @Test func `damage is told with its line`() {
        #expect(
            problem("a,b\n1,2\n3\n")
                == "'text': line 3: 1 field, the first row has 2")
        #expect(problem("a,b\n1,\"x\ny\"\n3,4,5\n")?.contains("line 4: 3 fields") == true)
        #expect(problem("a\n1\n\"open\n2\n")?.contains("line 3: a quote is opened here") == true)
        #expect(problem("a\n\"x\"y\n")?.contains("line 2: text after the closing quote") == true)
        #expect(problem("")?.contains("the file is empty") == true)
        #expect(problem("a,a\n1,2")?.contains("two columns are named 'a'") == true)
    }

    @Test func `text cut short anywhere is read or told, never worse`() {
        let text = Array("a,\"b \"\"c\"\"\"\r\n1,\"x\ny\"\r\n-2.5,é\r\n".utf8)
        for length in 0...text.count {
            _ = try? DataFrame(csvBytes: Array(text[..<length]), separator: ",", path: "x")
        }
    }

    @Test func `unknown columns are told with the ones there are`() throws {
        let table = try DataFrame(csvText: "a,b\n1,2\n")
        #expect(throws: TensorError.self) { try table.column("c") }
        do {
            _ = try table.column("c")
        } catch {
            #expect(
                error.description
                    == "'DataFrame': no column named 'c'\nhelp: the columns are 'a', 'b'")
        }
    }

    @Test func `columns become tensors`() throws {
        let table = try DataFrame(csvText: "x,y,s\n1,0.5,b\n2,,a\n3,1.5,b\n")
        let x = try table["x"].checkedTensor()
        #expect(x.dtype == .int64)
        let both = try table.checkedTensor(["x", "y"])
        #expect(both.shape == [3, 2])
        let values = try both.withElements(as: Float.self) { Array($0) }
        #expect(values[0...2] == [1, 0.5, 2])
        #expect(values[3].isNaN)
        #expect(table["s"].categories == ["a", "b"])
        #expect(
            try table["s"].checkedCodes().withElements(as: Int64.self) { Array($0) } == [1, 0, 1])
        #expect(throws: TensorError.self) { try table.checkedTensor() }
        #expect(table.droppingMissing().count == 2)
        #expect(table.head(1).count == 1)
        #expect(table.tail(9).count == 3)
    }

    @Test func `a table prints its rows in columns`() throws {
        let table = try DataFrame(csvText: "name,value\nada,1.5\nb,-20\n")
        #expect(
            table.description == """
                   name  value
                0  ada     1.5
                1  b     -20.0
                """)
        let long = DataFrame([Column("i", Array(0..<100))])
        #expect(long.description.hasSuffix("99  99\n[100 rows × 1 columns]"))
        #expect(long.description.split(separator: "\n").count == 13)
    }
}
