print("tab\there", "quote \" backslash \\ single '")
print("unicode \u{41} \u{e9} \u{1F426}", "null\0end".count)
let poem = """
    First line
      indented line
    "quoted" and \(1 + 1)
    joined \
    line
    """
print(poem)
print(poem.split(separator: "\n").count)
print(#"raw \n \(not)"#, #"a "quoted" b"#, #"interpolated \#(3 * 3)"#, ##"deep "# here"##)
let raw = #"""
    raw "multi" \n line
    second
    """#
print(raw)
print("three quotes: \"\"\"")
print("")
print("a" + "b" + "\n" + "c")
let empty = ""
print(empty.isEmpty, empty.count, "[\(empty)]")
print("""

    blank lines around

    """)
print("Carriage\r\nreturn".count, "e\u{301}" == "é", "e\u{301}".count)
