let capitals = ["Spain": "Madrid", "Italy": "Rome"]
func capital(of country: String) -> String {
    capitals[country]! // traps: nil
}
print(capital(of: "Italy"))
print(capital(of: "Atlantis"))
