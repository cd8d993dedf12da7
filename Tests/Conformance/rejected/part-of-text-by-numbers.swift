let s = "abc"
print(s[1...2]) // rejected: cannot subscript String with an integer range, use a String.Index range instead.
