struct Engine { var power = 5 }
final class Car { var engine: Engine? = Engine() }
let car = Car()
print(car.engine!.power)
car.engine = nil
print(car.engine?.power as Any)
print(car.engine!.power) // traps: nil
