/// Lowered and raised characters and Greek letters in text: `$x_1$`, `$10^{-3}$`, `$\sigma^2$`.
///
/// What stands between two dollar signs is taken so when it holds `_`, `^` or `\`; all other text is as
/// it is, so that `val_loss` and prices stay. Digits become Unicode's small digits; what has none is set
/// smaller and moved by the writer, between marks from the private area.
enum TextMarkup {
    static let lower: Unicode.Scalar = "\u{E000}"
    static let raise: Unicode.Scalar = "\u{E001}"
    static let end: Unicode.Scalar = "\u{E002}"
    /// The size of lowered and raised text, and by how much it moves, in the text's size.
    static let size = 0.72
    static let drop = 0.22
    static let rise = 0.36

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == lower || scalar == raise || scalar == end
    }

    static func resolved(_ text: String) -> String {
        guard text.utf8.contains(36) else { return text }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return text }
        var result = String(parts[0])
        var index = 1
        while index < parts.count {
            let part = parts[index]
            if index + 1 < parts.count, part.contains(where: { "_^\\".contains($0) }) {
                result += formula(Array(part.unicodeScalars))
                result += parts[index + 1]
                index += 2
            } else {
                result += "$" + part
                index += 1
            }
        }
        return result
    }

    private static func formula(_ scalars: [Unicode.Scalar]) -> String {
        var result = ""
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            switch scalar {
            case "_", "^":
                at += 1
                let inner = group(scalars, &at)
                result += script(inner, raised: scalar == "^")
            case "\\": result += command(scalars, &at)
            case "{", "}": at += 1
            case "-":
                result += NumberText.minus
                at += 1
            default:
                result.unicodeScalars.append(scalar)
                at += 1
            }
        }
        return result
    }

    /// One character, one command, or what stands in braces.
    private static func group(_ scalars: [Unicode.Scalar], _ at: inout Int) -> String {
        guard at < scalars.count else { return "" }
        if scalars[at] == "\\" { return command(scalars, &at) }
        guard scalars[at] == "{" else {
            defer { at += 1 }
            return scalars[at] == "-" ? NumberText.minus : String(Character(scalars[at]))
        }
        var depth = 0
        var inner: [Unicode.Scalar] = []
        while at < scalars.count {
            if scalars[at] == "{" { depth += 1 }
            if scalars[at] == "}" { depth -= 1 }
            at += 1
            if depth == 0 { break }
            inner.append(scalars[at - 1])
        }
        return formula(Array(inner.dropFirst()))
    }

    private static func command(_ scalars: [Unicode.Scalar], _ at: inout Int) -> String {
        at += 1
        var name = ""
        while at < scalars.count, scalars[at].properties.isAlphabetic, scalars[at].isASCII {
            name.unicodeScalars.append(scalars[at])
            at += 1
        }
        if let sign = signs[name] { return sign }
        // A hat or bar stands over the letter that follows.
        if let over = accents[name] {
            let base = group(scalars, &at)
            return base + over
        }
        return name
    }

    private static let accents = [
        "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "vec": "\u{20d7}", "dot": "\u{307}",
    ]

    private static let signs: [String: String] = {
        var signs = [
            "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
            "varepsilon": "ε",
            "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ",
            "mu": "μ",
            "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
            "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
            "Delta": "Δ",
            "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
            "Omega": "Ω", "cdot": "·", "times": "×", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥",
            "geq": "≥", "ne": "≠", "approx": "≈", "infty": "∞", "nabla": "∇", "partial": "∂",
            "sum": "∑",
            "prod": "∏", "int": "∫", "sqrt": "√", "to": "→", "rightarrow": "→", "leftarrow": "←",
            "in": "∈", "ell": "ℓ", "propto": "∝", "degree": "°", "ldots": "…",
        ]
        for name in ["log", "exp", "max", "min", "sin", "cos", "tan"] { signs[name] = name }
        return signs
    }()

    private static let lowered: [Character: Character] = [
        "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
        "9": "₉",
        "+": "₊", "−": "₋",
    ]
    private static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
        "9": "⁹",
        "+": "⁺", "−": "⁻",
    ]

    private static func script(_ text: String, raised isRaised: Bool) -> String {
        let table = isRaised ? raised : lowered
        if text.allSatisfy({ table[$0] != nil }) { return String(text.compactMap { table[$0] }) }
        return String(Character(isRaised ? raise : lower)) + text + String(Character(end))
    }

    /// The text for readers of plain text: x_max instead of a lowered "max".
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case lower: result.append("_")
            case raise: result.append("^")
            case end: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
