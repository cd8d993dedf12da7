import Foundation
// library management
enum LibraryError: Error, Equatable { case notFound(String), alreadyBorrowed(by: String), limitReached(Int) }
struct Book: Identifiable, Hashable { let id: String; let title: String; let author: String; let year: Int; var tags: Set<String> = [] }
struct Member { let name: String; private(set) var borrowed: [Book.ID] = []; static let limit = 2; mutating func take(_ id: Book.ID) throws(LibraryError) { guard borrowed.count < Self.limit else { throw .limitReached(Self.limit) }; borrowed.append(id) }; mutating func give(_ id: Book.ID) -> Bool { guard let i = borrowed.firstIndex(of: id) else { return false }; borrowed.remove(at: i); return true } }
final class Library { private var books: [Book.ID: Book]; private var loans: [Book.ID: String] = [:]; private(set) var members: [String: Member] = [:]
  init(_ bs: [Book]) { books = Dictionary(uniqueKeysWithValues: bs.map { ($0.id, $0) }) }
  func join(_ n: String) { members[n] = members[n] ?? Member(name: n) }
  func lend(_ id: Book.ID, to n: String) throws(LibraryError) { guard books[id] != nil else { throw .notFound(id) }; if let h = loans[id] { throw .alreadyBorrowed(by: h) }; guard members[n] != nil else { throw .notFound(n) }; try members[n]!.take(id); loans[id] = n }
  func back(_ id: Book.ID) { guard let n = loans.removeValue(forKey: id) else { return }; _ = members[n]?.give(id) }
  func search(where p: (Book) -> Bool) -> [Book] { books.values.filter(p).sorted { ($0.year, $0.title) < ($1.year, $1.title) } }
  subscript(author a: String) -> [String] { search { $0.author.localizedCaseInsensitiveContains(a) }.map(\.title) }
  var decades: [(Int, Int)] { Dictionary(grouping: books.values) { $0.year / 10 * 10 }.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 } } }
let lib = Library([Book(id: "1", title: "Dune", author: "Frank Herbert", year: 1965, tags: ["sf"]), .init(id: "2", title: "Emma", author: "Jane Austen", year: 1815), Book(id: "3", title: "Solaris", author: "Lem", year: 1961, tags: ["sf", "space"])])
["ann", "bob"].forEach(lib.join); for (b, m) in [("1", "ann"), ("1", "bob"), ("9", "ann"), ("2", "ann"), ("3", "ann"), ("3", "zed")] { do { try lib.lend(b, to: m); print("lent", b) } catch .alreadyBorrowed(let by) { print("busy:", by) } catch .limitReached(let n) where n == Member.limit { print("limit", n) } catch { print(error) } }
lib.back("1"); lib.back("1"); print(lib.members["ann"]!.borrowed, lib[author: "LEM"], lib.decades, lib.search { $0.tags.contains("sf") }.map(\.id))
