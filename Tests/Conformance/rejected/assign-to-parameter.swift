func normalized(_ text: String) -> String {
    text = text.lowercased() // rejected: cannot assign to value; 'text' is a 'let' constant
    return text
}
