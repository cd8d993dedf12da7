func join(_ key: String, _ value: Int) -> String { key + "=\(value)" }
print([(true, 7)].map(join)) // rejected: cannot convert value of type
