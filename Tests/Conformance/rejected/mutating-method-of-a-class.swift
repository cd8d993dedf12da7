protocol Zoo { mutating func add() }
class Z: Zoo { mutating func add() {} }  // rejected: 'mutating' is not valid on instance methods in classes
Z().add()
