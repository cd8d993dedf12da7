let word = "héllo"
func letter(_ n: Int) -> Character {
    word[word.index(word.startIndex, offsetBy: n)] // traps: out of
}
print(letter(0), letter(1), letter(4))
print(letter(9))
