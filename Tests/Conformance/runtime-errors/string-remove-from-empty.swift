var text = "ab"
print(text.removeLast(), text.removeLast(), text.isEmpty)
print(text.removeLast()) // traps: empty
