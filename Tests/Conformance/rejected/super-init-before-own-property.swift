class A { var x: Int; init(x: Int) { self.x = x } }
class B: A { var y: Int; init(y: Int) { super.init(x: y); self.y = y } } // rejected: property 'self.y' not initialized at super.init call
