class Person {
    let name: String
    var apartment: Apartment?
    init(name: String) { self.name = name }
    deinit { print(name, "leaves") }
}
class Apartment {
    let number: Int
    weak var tenant: Person?
    init(number: Int) { self.number = number }
    deinit { print("apartment", number, "is demolished") }
}
var ada: Person? = Person(name: "Ada")
var flat: Apartment? = Apartment(number: 4)
ada!.apartment = flat
flat!.tenant = ada
print(flat!.tenant?.name ?? "empty")
ada = nil
print(flat!.tenant?.name ?? "empty")
flat = nil
class Country { let name: String; var capital: City!; init(name: String, capital: String) { self.name = name; self.capital = City(name: capital, country: self) }; deinit { print(name, "ends") } }
class City { let name: String; unowned let country: Country; init(name: String, country: Country) { self.name = name; self.country = country }; deinit { print(name, "ends") } }
var country: Country? = Country(name: "Spain", capital: "Madrid")
print(country!.capital.country.name, country!.capital.name)
country = nil
class Timer { var tick: (() -> String)?; let label = "timer"; deinit { print("timer ends") } }
var timer: Timer? = Timer()
timer!.tick = { [weak timer] in timer.map { $0.label } ?? "no timer" }
let tick = timer!.tick!
print(tick())
timer = nil
print(tick())
class Observer { unowned var subject: Timer; init(_ s: Timer) { subject = s } }
let t = Timer()
print(Observer(t).subject.label)
