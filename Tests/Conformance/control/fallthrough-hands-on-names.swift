enum Event {
    case key(String, repeats: Int), paste(String, repeats: Int), quit
}

func describe(_ event: Event) -> String {
    var notes: [String] = []
    switch event {
    case .key(let text, let repeats) where repeats > 1:
        notes.append("held")
        guard repeats < 10 else { return "stuck" }
        fallthrough
    case .paste(let text, let repeats):
        notes.append("\(text) x\(repeats)")
        if text.isEmpty { fallthrough }
    case .quit:
        notes.append("end")
    default:
        notes.append("single")
    }
    return notes.joined(separator: ", ")
}

print(describe(.key("a", repeats: 3)))
print(describe(.key("b", repeats: 1)))
print(describe(.key("c", repeats: 20)))
print(describe(.paste("word", repeats: 1)))
print(describe(.paste("", repeats: 2)))
print(describe(.quit))

func grade(_ pair: (Int, String)) -> String {
    var result = ""
    switch pair {
    case (90..., let name):
        result += "excellent "
        fallthrough
    case (50..., let name):
        result += "passed \(name)"
    case (_, let name):
        result += "failed \(name)"
    }
    return result
}

print(grade((95, "Ann")), grade((60, "Bob")), grade((10, "Cy")), separator: "; ")
