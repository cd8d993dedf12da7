// Library system: protocols with Self requirements, Comparable synth, sets of enums, string building
enum Genre: String, CaseIterable, Codable { case fiction, science, history
    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() } }
struct Book: Hashable, Identifiable { let id: Int; let title: String; let authors: [String]; let genre: Genre; var copies = 1 }
protocol Loanable { associatedtype Member: Hashable; mutating func lend(to m: Member) throws; mutating func giveBack(from m: Member) -> Bool; var available: Int { get } }
enum LoanError: Error { case none(left: Int), already }
struct Loan: Loanable { let book: Book; private var holders: Set<String> = []; init(_ b: Book) { book = b }
    var available: Int { book.copies - holders.count }
    mutating func lend(to m: String) throws { guard !holders.contains(m) else { throw LoanError.already }; guard available > 0 else { throw LoanError.none(left: available) }; holders.insert(m) }
    mutating func giveBack(from m: String) -> Bool { holders.remove(m) != nil } }
var books = [Book(id: 1, title: "Dune", authors: ["Herbert"], genre: .fiction, copies: 2), Book(id: 2, title: "Cosmos", authors: ["Sagan"], genre: .science), .init(id: 3, title: "SPQR", authors: ["Beard", "X"], genre: .history)]
var loans = Dictionary(uniqueKeysWithValues: books.map { ($0.id, Loan($0)) })
func attempt(_ id: Int, _ who: String) -> String { do { try loans[id]?.lend(to: who); return loans[id] == nil ? "no book" : "ok" } catch LoanError.none(let l) { return "none left (\(l))" } catch { return "\(error)" } }
print(attempt(1, "ann"), attempt(1, "bob"), attempt(1, "cy"), attempt(1, "ann"), attempt(2, "ann"), attempt(9, "x"))
print(loans[1]!.giveBack(from: "ann"), loans[1]!.giveBack(from: "zed"), loans.values.map(\.available).sorted(), Genre.allCases.map(\.label))
let byGenre = books.reduce(into: [Genre: [String]]()) { $0[$1.genre, default: []] += $1.authors }
for g in Genre.allCases { print(g.label, byGenre[g]?.joined(separator: " & ") ?? "-", separator: ": ") }
books.sort { ($0.authors.count, $0.title) < ($1.authors.count, $1.title) }; print(books.map(\.title), books.first { $0.genre == .history }?.id ?? 0, books.allSatisfy { $0.copies > 0 })
if let i = books.firstIndex(where: { $0.title == "Dune" }) { books[i].copies += 3; print(books[i], books[i].copies) }
print(Set(books).count, books.map(\.id).max()!, Genre(rawValue: "science") ?? .fiction, Genre(rawValue: "x") as Any, books.contains { $0.id == 3 })
