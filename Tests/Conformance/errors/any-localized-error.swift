// The words of an error of which only the protocol is known, and those that nobody gives.
import Foundation
enum Bank: LocalizedError {
    case short(Int), frozen
    var errorDescription: String? {
        switch self {
        case .short(let n): "\(n) more"
        case .frozen: nil
        }
    }
    var failureReason: String? { "no money" }
}
struct Silent: LocalizedError {}
for error in [Bank.short(3), Bank.frozen, Silent()] as [any LocalizedError] {
    print(error.errorDescription ?? "-", error.failureReason ?? "-", error.recoverySuggestion ?? "-")
}
do { throw Bank.short(1) } catch { print((error as? LocalizedError)?.errorDescription ?? "", error.localizedDescription) }
print(Silent().errorDescription as Any, Bank.frozen.helpAnchor as Any)
