// How a character shows itself among others.
let c: Character = "\n"
print(c.debugDescription, Character("a").debugDescription, Unicode.Scalar("é").debugDescription, "x\"".debugDescription)
