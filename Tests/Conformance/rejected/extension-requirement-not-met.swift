struct Point { var x: Int }
let points = [Point(x: 2), Point(x: 1)]
print(points.sorted()) // rejected: referencing instance method 'sorted()' on 'Sequence' requires that 'Point' conform to 'Comparable'
