var stored = 1
var doubled: Int {
    set { stored = newValue / 2 }  // rejected: variable with a setter must also have a getter
}
print(stored)
