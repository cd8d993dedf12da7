import Foundation
print("Crème Brûlée".folding(options: .diacriticInsensitive, locale: nil))
print("Crème BRÛLÉE".folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil))
print("Straße ÀÉ".folding(options: .caseInsensitive, locale: .current))
let opts: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
print("Éa".folding(options: opts, locale: Locale.current))
