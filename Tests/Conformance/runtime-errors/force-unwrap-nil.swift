let texts = ["1", "2", "three"]
var sum = 0
for text in texts {
    sum += Int(text)! // traps: nil
    print(sum)
}
