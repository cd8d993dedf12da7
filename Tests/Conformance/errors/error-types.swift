import Foundation
enum Simple: Error { case a, b }
struct Rich: Error { let code: Int; let message: String }
class Classy: Error { let id = 7 }
enum Localized: LocalizedError { case missing(String); var errorDescription: String? { switch self { case .missing(let n): "\(n) is missing" } } }
let errors: [any Error] = [Simple.a, Rich(code: 404, message: "none"), Localized.missing("file")]
for e in errors {
    do { throw e }
    catch Simple.a { print("a") }
    catch let r as Rich { print(r.code, r.message, r) }
    catch let l as Localized { print(l.localizedDescription, l) }
    catch { print("?", error) }
}
do { throw Classy() } catch let c as Classy { print(c.id) } catch {}
func typed(_ n: Int) throws(Simple) -> Int { if n < 0 { throw .b }; return n }
do { print(try typed(1)); print(try typed(-1)) } catch { switch error { case .a: print("it was a"); case .b: print("it was b") } }
func nested() throws -> Int {
    do {
        do { throw Simple.a } catch Simple.b { return 1 }
    } catch Simple.a { return 2 }
}
print(try nested())
let stored: Error? = (try? typed(-1)) == nil ? Simple.b : nil
print(stored as Any, stored is Simple, "\(Simple.a)")
func check(_ e: any Error) -> String { switch e { case Simple.a, Simple.b: "simple"; case is Rich: "rich"; default: "other" } }
print(errors.map(check))
extension Simple: Equatable {}
print((errors[0] as? Simple) == .a)
struct Validator { var rules: [(String) throws -> Void] = []; func problems(_ s: String) -> [String] { rules.compactMap { rule in do { try rule(s); return nil } catch { return "\(error)" } } } }
enum Rule: Error { case short(Int), noDigit }
let v = Validator(rules: [{ if $0.count < 3 { throw Rule.short($0.count) } }, { if !$0.contains(where: \.isNumber) { throw Rule.noDigit } }])
print(v.problems("ab"), v.problems("abc1"), v.problems("abcd"))
