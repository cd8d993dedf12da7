struct Tank {
    var level = 0 {
        didSet { if level > 10 { fatalError("the tank overflows at \(level)") } } // traps: overflows at 12
    }
}
var tank = Tank()
tank.level = 8
print(tank.level)
tank.level += 4
print(tank.level)
