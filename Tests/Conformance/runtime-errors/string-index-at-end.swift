let word = "ab"
var i = word.startIndex
while true {
    print(word[i]) // traps: out of
    i = word.index(after: i)
}
