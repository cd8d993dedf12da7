import Foundation
for word in ["naïve", "日本語", "🇪🇸 flag", "abcdefghij"] {
    print("|" + word.padding(toLength: 8, withPad: ".", startingAt: 0) + "|", "|" + word.padding(toLength: 12, withPad: "-=", startingAt: 1) + "|")
}
