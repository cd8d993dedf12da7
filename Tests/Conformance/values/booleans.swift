let sunny = true, warm = false
print(sunny && warm, sunny || warm, !sunny, sunny != warm)
func loud(_ value: Bool, _ name: String) -> Bool {
    print("asked", name)
    return value
}
print(loud(false, "a") && loud(true, "b"))
print(loud(true, "c") || loud(false, "d"))
print(loud(true, "e") && loud(true, "f") || loud(true, "g"))
var flag = true
flag.toggle()
print(flag)
flag = 3 > 2
print(flag, (3 > 2) == true, "a" < "b")
print([true, false, true].filter { $0 }.count)
print([true, true].allSatisfy { $0 }, [false, true].contains(true))
print(Bool("true") as Any, Bool("yes") as Any)
let both = (sunny, warm)
switch both {
case (true, true): print("beach")
case (true, false): print("walk")
case (false, _): print("read")
}
print(!(sunny && !warm))
