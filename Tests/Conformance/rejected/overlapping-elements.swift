struct Pair { var left = 1, right = 2 }
var pair = Pair()
swap(&pair.left, &pair.right)
var numbers = [1, 2]
swap(&numbers[0], &numbers[1]) // rejected: overlapping accesses to 'numbers'
