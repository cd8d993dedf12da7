struct Problem {}
func check() throws(Problem) {}  // rejected: thrown type; 'Problem'; 'Error'
print("never")
