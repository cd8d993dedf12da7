import Foundation
print(String(format: "%d|%5d|%-5d|%05d|%+d", 42, 42, 42, 42, 42))
print(String(format: "%.2f|%8.3f|%-8.1f|%08.2f|%+.1f", 3.14159, 2.71828, 1.25, -3.5, 2.0))
print(String(format: "%e|%.3e|%g|%g|%G", 12345.678, 0.00012, 0.0001, 1e10, 1e-10))
print(String(format: "%x|%X|%08x|%o|%#x", 255, 255, 48879, 8, 255))
print(String(format: "%@ and %@", "text", "more"), String(format: "%5.1f%%", 45.678))
print(String(format: "%c%c", 72, 105), String(format: "%ld %lld %u", 1, 2, 3))
for i in 1...3 { print(String(format: "%2d: %6.2f", i, Double(i) * 1.5)) }
print(String(format: "%3d%%|%s", 50, "x".count > 0 ? 0 : 0).prefix(5))
let values = [1.0, 22.333, 333.6666]
print(values.map { String(format: "%7.2f", $0) }.joined(separator: " | "))
print(String(format: "%*d", 6, 42), String(format: "%.*f", 3, 2.0))
