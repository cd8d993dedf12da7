for text in ["a", "é", "ab"] {
    print(Character(text)) // traps: Character
}
