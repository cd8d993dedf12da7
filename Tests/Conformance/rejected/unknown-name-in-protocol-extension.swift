protocol Shape {
    var area: Double { get }
}
extension Shape {
    func report() {
        print(aera) // rejected: cannot find 'aera' in scope
    }
}
