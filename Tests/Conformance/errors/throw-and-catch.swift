enum ParseError: Error, Equatable { case empty, bad(character: Character, at: Int), tooLong(Int) }
func parse(_ text: String) throws -> Int {
    guard !text.isEmpty else { throw ParseError.empty }
    if text.count > 5 { throw ParseError.tooLong(text.count) }
    var value = 0
    for (i, c) in text.enumerated() {
        guard let d = c.wholeNumberValue else { throw ParseError.bad(character: c, at: i) }
        value = value * 10 + d
    }
    return value
}
for text in ["42", "", "4x2", "1234567"] {
    do {
        let n = try parse(text)
        print("parsed", n)
    } catch ParseError.empty {
        print("nothing to parse")
    } catch ParseError.bad(let c, let i) where i > 0 {
        print("bad '\(c)' at \(i)")
    } catch let error as ParseError {
        print("other:", error)
    } catch {
        print("unexpected", error)
    }
}
print((try? parse("7")) as Any, (try? parse("x")) as Any, (try? parse("x")) ?? -1, try! parse("8"))
do {
    _ = try parse("1") + parse("y")
    print("never")
} catch { print("caught", error, error is ParseError, (error as? ParseError) == .bad(character: "y", at: 0)) }
if let n = try? parse("99") { print(n) }
do { print(try parse("5"), try parse("6")) } catch { print("no") }
let results = ["1", "?", "3"].map { text in Result { try parse(text) } }
for r in results { switch r { case .success(let n): print("ok", n); case .failure(let e): print("failed", e) } }
do { let all = try ["1", "2", "z"].map(parse); print(all) } catch { print("map:", error) }
