let ages = [5, 30, -2]
for age in ages {
    precondition(age >= 0) // traps: precondition
    print(age)
}
