func area(width: Int, height: Int) -> Int { width * height }
print(area(width: 2, height: 3))
print(area(width: 2, hight: 3)) // rejected: incorrect argument label in call; have 'width:hight:', expected 'width:height:'
