struct Failure: Error, CustomStringConvertible { let step: Int; var description: String { "failure in step \(step)" } }
func step(_ n: Int) throws -> Int {
    print("step", n)
    if n == 3 { throw Failure(step: n) }
    return n * 2
}
func run(_ steps: [Int]) throws -> Int {
    var total = 0
    defer { print("run ends with", total) }
    for s in steps { total += try step(s) }
    return total
}
do { print(try run([1, 2])) } catch { print("no", error) }
do { print(try run([1, 3, 5])) } catch { print("yes:", error) }
func wrapped() throws {
    do { _ = try run([3]) }
    catch let f as Failure where f.step > 5 { print("not this one") }
    print("unreachable after throw")
}
do { try wrapped() } catch { print("outer", error) }
func translate() throws -> String {
    do { return "\(try step(3))" }
    catch { throw Failure(step: 100) }
}
print((try? translate()) as Any)
do { _ = try translate() } catch let f as Failure { print(f.step) } catch {}
func each(_ items: [Int], _ body: (Int) throws -> Void) rethrows { for i in items { try body(i) } }
each([1, 2]) { print("item", $0) }
do { try each([1, 2, 3]) { if $0 == 2 { throw Failure(step: $0) }; print("each", $0) } } catch { print(error) }
func retry(_ times: Int, _ work: (Int) throws -> String) -> String {
    for attempt in 1...times {
        do { return try work(attempt) } catch { print("attempt \(attempt): \(error)") }
    }
    return "gave up"
}
print(retry(3) { n in if n < 3 { throw Failure(step: n) }; return "done at \(n)" })
print(retry(2) { throw Failure(step: -$0) })
func cleanUp() throws { defer { print("1") }; defer { print("2") }; _ = try step(3); defer { print("never") } }
try? cleanUp()
