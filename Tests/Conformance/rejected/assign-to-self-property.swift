struct Light {
    var on = false
    func turnOn() {
        on = true // rejected: cannot assign to property; 'self' is immutable
    }
}
