print(separator: ",", 1, 2) // rejected: unnamed argument #2 must precede argument 'separator'
