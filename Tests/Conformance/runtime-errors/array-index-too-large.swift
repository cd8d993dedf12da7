let scores = [90, 85, 77]
print("scores:", scores)
func score(of student: Int) -> Int {
    print("looking up", student)
    return scores[student] // traps: out of range; 3
}
for student in 0...3 { print(score(of: student)) }
print("never printed")
