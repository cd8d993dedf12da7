let radius = 2.0
let area = 3.14 * radius * radius
print(area)
print(raduis * 2) // rejected: cannot find 'raduis' in scope
