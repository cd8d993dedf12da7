let text = "a b  c"
let words = text.split(separator: " ", omittingEmptySubsequences: false)
print(words.count)
for w in words {
    let letters = Array(w)
    print(letters[0]) // traps: out of range
}
