func area(width: Int, height: Int) -> Int { width * height }
print(area(2, 3)) // rejected: missing argument labels 'width:height:' in call
