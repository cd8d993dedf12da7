import Foundation
let u = URL(string: "https://example.com/a/b/file.txt?x=1#f")!
print(u, u.lastPathComponent, u.pathExtension, u.path, u.host ?? "-", u.scheme ?? "-", u.query ?? "-", u.absoluteString)
print(u.fragment ?? "-", u.port as Any)
let f = URL(fileURLWithPath: "/data/set/data.csv")
print(f.lastPathComponent, f.path, f.pathExtension, f.isFileURL, u.isFileURL)
print(f.deletingPathExtension().lastPathComponent, f.deletingLastPathComponent().path)
print(f.deletingLastPathComponent().appendingPathComponent("x.txt").path)
print(f.appendingPathExtension("gz").lastPathComponent)
print(f, f.absoluteString)
print(u == URL(string: "https://example.com/a/b/file.txt?x=1#f"), u.pathComponents)
print(URL(string: "") == nil)
let s: Set<URL> = [u, f, u]
print(s.count)
