func area(width: Int) -> Int { width }
print(area(width: 2, height: 3)) // rejected: extra argument 'height' in call
